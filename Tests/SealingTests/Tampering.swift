/// Every way to change one bit of sealed bytes, to cut them short or to add to them.
func tampered(_ bytes: [UInt8]) -> [[UInt8]] {
    let flipped = bytes.indices.flatMap { place in
        [UInt8(1), 128].map { bit in
            var changed = bytes
            changed[place] ^= bit
            return changed
        }
    }
    return flipped + bytes.indices.map { Array(bytes.prefix($0)) } + [bytes + [0], [0] + bytes]
}
