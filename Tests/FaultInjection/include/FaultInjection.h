// A library for LD_PRELOAD under which calls of the system fail as planned, and are counted. Its variables:
//
// FAULT_PLAN     CALL:FIRST:ERROR:COUNT, several with commas between them. From its FIRST call on (the first is 1) CALL
//                fails COUNT times with the number ERROR; the error 0 transfers half of what is asked for (read, write), and
//                a negative one sends the program the signal of that number before the call.
// FAULT_COUNTS   a file of 64 records, each a name of 24 bytes and a number of 8: the calls so far. It is mapped, so
//                that it is true at whatever moment the program ends.
// FAULT_CLOCK    AFTER:SECONDS: after so many looks at it the time of day leaps.
// FAULT_PAUSE    AFTER:SECONDS: likewise the clock that only runs forward, as after a suspension of the machine.
//
// A call that opens a file to write it counts as `create`. Reads and writes of such files, and reads of others that
// were opened by name, count as `read-file` and `write-file`, those of streams as `read` and `write`.
#ifndef TRIPTYCH_FAULT_INJECTION_H
#define TRIPTYCH_FAULT_INJECTION_H
#endif
