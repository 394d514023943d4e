import Glibc

/// The system's words for an error number.
package func systemMessage(_ code: CInt) -> String {
    String(cString: strerror(code))
}
