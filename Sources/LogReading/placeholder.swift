#if canImport(CISAL)
import CISAL
func x() -> Int { MemoryLayout<inflate_state>.size }
#endif
