/// The Latin letters with marks, as they are composed by TeX and folded in ids.
enum Latin {
    /// For each accent command of TeX the letters that have it: the plain letter, then the whole.
    private static let accents: [(command: Character, mark: Unicode.Scalar, pairs: String)] = [
        ("`", "\u{300}", "AÀEÈIÌOÒUÙNǸWẀYỲaàeèiìoòuùnǹwẁyỳ"),
        ("'", "\u{301}", "AÁEÉIÍOÓUÚYÝCĆNŃSŚZŹLĹRŔGǴKḰMḾPṔWẂaáeéiíoóuúyýcćnńsśzźlĺrŕgǵkḱmḿpṕwẃ"),
        ("^", "\u{302}", "AÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶZẐaâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑ"),
        ("~", "\u{303}", "AÃNÑOÕIĨUŨEẼYỸVṼaãnñoõiĩuũeẽyỹvṽ"),
        ("\"", "\u{308}", "AÄEËIÏOÖUÜYŸHḦWẄXẌaäeëiïoöuüyÿhḧwẅxẍtẗ"),
        ("=", "\u{304}", "AĀEĒIĪOŌUŪYȲGḠaāeēiīoōuūyȳgḡ"),
        (".", "\u{307}", "CĊEĖGĠIİZŻAȦOȮBḂDḊFḞHḢMṀNṄPṖRṘSṠTṪWẆXẊYẎcċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡtṫwẇxẋyẏ"),
        ("u", "\u{306}", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
        ("v", "\u{30C}", "CČDĎEĚLĽNŇRŘSŠTŤZŽAǍIǏOǑUǓGǦKǨHȞcčdďeělľnňrřsštťzžaǎiǐoǒuǔgǧkǩhȟjǰ"),
        ("H", "\u{30B}", "OŐUŰoőuű"), ("c", "\u{327}", "CÇGĢKĶLĻNŅRŖSŞTŢEȨDḐHḨcçgģkķlļnņrŗsştţeȩdḑhḩ"),
        ("k", "\u{328}", "AĄEĘIĮUŲOǪaąeęiįuųoǫ"), ("r", "\u{30A}", "AÅUŮaåuůwẘyẙ"),
        ("d", "\u{323}", "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓ"),
        ("b", "\u{331}", "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
    ]

    private static let wholes: [Character: [Character: Character]] = {
        var wholes: [Character: [Character: Character]] = [:]
        for (command, _, pairs) in accents {
            let letters = Array(pairs)
            for place in stride(from: 0, to: letters.count - 1, by: 2) {
                wholes[command, default: [:]][letters[place]] = letters[place + 1]
            }
        }
        return wholes
    }()

    private static let marks = Dictionary(uniqueKeysWithValues: accents.map { ($0.command, $0.mark) })

    /// The letters that are more than a plain one with a mark.
    private static let ligatures: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d",
        "Đ": "d", "ð": "d", "Ð": "d", "ł": "l", "Ł": "l", "þ": "th", "Þ": "th", "ı": "i", "ŋ": "ng",
        "Ŋ": "ng", "ħ": "h", "Ħ": "h",
    ]

    private static let plain: [Unicode.Scalar: String] = {
        var plain = ligatures
        for (_, letters) in wholes {
            for (letter, whole) in letters {
                for scalar in whole.unicodeScalars.prefix(1) { plain[scalar] = letter.lowercased() }
            }
        }
        // Letters of Vietnamese and of pinyin with two marks.
        for group in [
            "aấầẩẫậắằẳẵặảẢẤẦẨẪẬẮẰẲẴẶ", "eếềểễệẻẺẾỀỂỄỆ", "iỉỈ", "oốồổỗộớờởỡợỏơỎƠỐỒỔỖỘỚỜỞỠỢ",
            "uứừửữựủưỦƯỨỪỬỮỰǖǘǚǜ", "yỷỶ",
        ] {
            let letters = Array(group.unicodeScalars)
            for scalar in letters.dropFirst() { plain[scalar] = String(letters[0]) }
        }
        return plain
    }()

    /// Whether a command of TeX puts a mark on the letter that follows.
    static func isAccent(_ command: Character) -> Bool { marks[command] != nil }

    /// The letter with the mark of a command of TeX, composed where Unicode has it in one character.
    static func accented(_ letter: Character, by command: Character) -> String {
        let letter: Character = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
        if let whole = wholes[command]?[letter] { return String(whole) }
        guard let mark = marks[command] else { return String(letter) }
        return String(letter) + String(mark)
    }

    /// The small ASCII letters and digits that a scalar is in an id; empty where it has none.
    static func folded(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "0"..."9": String(scalar)
        case "A"..."Z": String(scalar).lowercased()
        case _: plain[scalar] ?? ""
        }
    }
}
