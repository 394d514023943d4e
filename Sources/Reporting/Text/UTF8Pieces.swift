/// Bytes cut into the scalars that they encode, and the bytes that encode none.
struct UTF8Pieces: Sequence, IteratorProtocol {
    enum Piece {
        case scalar(Unicode.Scalar)
        case invalid(UInt8)
    }

    private var source: [UInt8].Iterator
    private var parser = Unicode.UTF8.ForwardParser()
    private let bytes: [UInt8]
    private var position = 0
    /// Where the invalid bytes end that are handed out one by one.
    private var endOfInvalid = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        source = bytes.makeIterator()
    }

    mutating func next() -> Piece? {
        if position < endOfInvalid { return nextInvalid() }
        switch parser.parseScalar(from: &source) {
        case .valid(let encoded):
            position += encoded.count
            endOfInvalid = position
            return .scalar(UTF8.decode(encoded))
        case .error(let length):
            endOfInvalid = position + length
            return nextInvalid()
        case .emptyInput:
            return nil
        }
    }

    private mutating func nextInvalid() -> Piece {
        defer { position += 1 }
        return .invalid(bytes[position])
    }
}
