#!/usr/bin/env python3
"""Writes interviews.qde, interviews.qdpx and deflate.bin: a REFI-QDA 1.5 project and data packed by zlib.

Run it in this folder. The project follows the element order of Project.xsd (18 March 2019); what it says is made up.
"""

import io
import random
import struct
import uuid
import zipfile
import zlib
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = uuid.UUID("6f1d3f0a-5a3c-4f57-9c39-0d6a2f5a9b11")


def guid(name):
    return str(uuid.uuid5(NAMESPACE, name)).upper()


TENZIN = (
    "Interviewer: How do you share the water?\n"
    "Tenzin: We draw lots before Lhosar 🏔. Whoever draws the white stone opens the sluice first. "
    "Nobody has paid for a turn as long as I remember.\n"
    "Tenzin: When the channel broke in 2015, every house sent one person for nine days.\n"
)
MAYA = "Maya: 水是大家的。The committee keeps a book & a lock.\r\nMaya: I do not trust the book.\r\n"


def at(text, passage):
    text = text.replace("\r\n", "\n")
    start = text.index(passage)
    return f'startPosition="{start}" endPosition="{start + len(passage)}"'



def coding(name, code, note=""):
    return (
        f'<Coding guid="{guid("coding " + name)}" creatingUser="{guid("user")}" creationDateTime="2026-05-01T10:00:00Z">'
        f'<CodeRef targetGUID="{guid(code)}"/>{note}</Coding>'
    )


def selection(name, place, codings, description="", note=""):
    described = f"<Description>{escape(description)}</Description>" if description else ""
    return f'<PlainTextSelection guid="{guid(name)}" name="" {place}>{described}{codings}{note}</PlainTextSelection>'


def project(inline):
    first = f"<PlainTextContent>{escape(TENZIN)}</PlainTextContent>" if inline else ""
    second = f"<PlainTextContent>{escape(MAYA)}</PlainTextContent>" if inline else ""
    first_path = "" if inline else ' plainTextPath="internal://tenzin.txt"'
    second_path = "" if inline else ' plainTextPath="internal://Maya.txt" richTextPath="internal://maya.docx"'
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made up -->
<Project xmlns="urn:QDA-XML:project:1.0" name="Water turns" origin="made by hand" creatingUserGUID="{guid('user')}">
  <Users><User guid="{guid('user')}" name="A. Coder"/></Users>
  <CodeBook><Codes>
    <Code guid="{guid('rules')}" name="Rules" isCodable="false" color="#cc0000">
      <Description>What people say one must do.</Description>
      <Code guid="{guid('lots')}" name="Drawing lots" isCodable="true"><Description>Turns by lot, &lt;not&gt; by price.</Description></Code>
      <Code guid="{guid('work')}" name="Shared work" isCodable="true"><NoteRef targetGUID="{guid('memo on work')}"/></Code>
    </Code>
    <Code guid="{guid('trust')}" name="信任" isCodable="true"/>
  </Codes></CodeBook>
  <Variables><Variable guid="{guid('age')}" name="Age" typeOfVariable="Integer"/></Variables>
  <Cases><Case guid="{guid('case')}" name="Upper village"/></Cases>
  <Sources>
    <TextSource guid="{guid('tenzin')}" name="Interview with Tenzin"{first_path}>
      <Description>Recorded at the sluice.</Description>{first}
      {selection('s1', at(TENZIN, 'We draw lots before Lhosar 🏔.'), coding('c1', 'lots') + coding('c2', 'trust'))}
      {selection('s2', at(TENZIN, 'every house sent one person for nine days'), coding('c3', 'work'), 'Labour is owed by the house, not by the person.')}
      <NoteRef targetGUID="{guid('memo on tenzin')}"/>
      <VariableValue><VariableRef targetGUID="{guid('age')}"/><IntegerValue>61</IntegerValue></VariableValue>
    </TextSource>
    <TextSource guid="{guid('maya')}" name="Interview with Maya"{second_path}>{second}
      {selection('s3', at(MAYA, 'I do not trust the book.'), coding('c4', 'trust'))}
      {selection('s4', 'startPosition="5" endPosition="100000"', coding('c5', 'gone'))}
    </TextSource>
    <PDFSource guid="{guid('statute')}" name="Statute of the channel" path="internal://statute.pdf">
      <PDFSelection guid="{guid('s5')}" name="article 4" page="2" firstX="10" firstY="20" secondX="300" secondY="40">
        <Description>Article 4 forbids the sale of turns.</Description>{coding('c6', 'lots')}
      </PDFSelection>
    </PDFSource>
    <AudioSource guid="{guid('song')}" name="Song of the sluice" path="internal://song.mp3">
      <AudioSelection guid="{guid('s6')}" name="refrain" begin="61500" end="75000">{coding('c7', 'work')}</AudioSelection>
    </AudioSource>
  </Sources>
  <Notes>
    <Note guid="{guid('memo on work')}" name="On work"><PlainTextContent>Nine days in every account.</PlainTextContent></Note>
    <Note guid="{guid('memo on tenzin')}" name="On Tenzin"><PlainTextContent>Speaks for the upper houses.</PlainTextContent></Note>
    <Note guid="{guid('loose memo')}" name="Loose"><PlainTextContent>Compare with the lower valley.</PlainTextContent></Note>
  </Notes>
  <Sets><Set guid="{guid('set')}" name="Chapter 2"/></Sets>
</Project>
"""


def archive():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        def write(name, text, method):
            info = zipfile.ZipInfo(name, (2026, 5, 1, 10, 0, 0))
            info.compress_type = method
            out.writestr(info, text.encode())

        write("project.qde", project(False), zipfile.ZIP_DEFLATED)
        write("sources/tenzin.txt", TENZIN, zipfile.ZIP_STORED)
        write("sources/Maya.txt", MAYA, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def packed():
    """Records of the packed length, the length and the checksum, then the packed bytes."""
    random.seed(20260501)
    words = [bytes(random.choices(b"abcdefghij ", k=random.randint(2, 9))) for _ in range(60)]
    samples = [b"", b"a", b"a" * 70_000, bytes(random.randbytes(800)), bytes(range(256)) * 9]
    for length in (10, 300, 3000, 15_000):
        samples.append(b" ".join(random.choices(words, k=length))[:length])
    kinds = [(0, zlib.Z_DEFAULT_STRATEGY), (1, zlib.Z_DEFAULT_STRATEGY), (9, zlib.Z_DEFAULT_STRATEGY)]
    kinds += [(6, zlib.Z_FIXED), (6, zlib.Z_HUFFMAN_ONLY), (6, zlib.Z_RLE)]
    out = b""
    for sample in samples:
        for level, strategy in kinds:
            if level == 0 and len(sample) > 1000 or strategy == zlib.Z_HUFFMAN_ONLY and len(sample) > 50_000:
                continue
            worker = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
            data = worker.compress(sample) + worker.flush()
            out += struct.pack("<III", len(data), len(sample), zlib.crc32(sample)) + data
    return out


with open("interviews.qde", "w", encoding="utf-8") as file:
    file.write(project(True))
with open("interviews.qdpx", "wb") as file:
    file.write(archive())
with open("deflate.bin", "wb") as file:
    file.write(packed())
