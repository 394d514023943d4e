import LogReading
