/// Lets the types of the policy read themselves from a pack, and watches which keys they ask for: what nobody asked for
/// is not a rule.
final class PackDecoder: Decoder {
    private let place: PackPlace
    fileprivate let reading: PackReading
    private var asked: [String] = []
    private var isReadWhole = false
    private var saidWrongType = false
    private var nested: [PackDecoder] = []

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(place: PackPlace, reading: PackReading) {
        self.place = place
        self.reading = reading
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(PackFields<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        isReadWhole = true
        guard let node = place.node else { return PackItems(items: [], reading: reading) }
        guard let items = node.items else {
            let dash = node.entries == nil ? "" : " Begin each item with a dash and a blank: '- '."
            reading.report("A list is needed, such as [one, two].\(dash)", at: place)
            return PackItems(items: [], reading: reading)
        }
        reportRepetitions(in: items)
        let places = items.indices.map { PackPlace(node: items[$0], path: place.path + items.label(at: $0)) }
        return PackItems(items: places, reading: reading)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        isReadWhole = true
        return PackSingleValue(place: place, reading: reading)
    }

    /// Reports every key that the type read from here, or from a payload below, never asked for.
    func reportUnknownKeys() {
        for decoder in nested { decoder.reportUnknownKeys() }
        guard !isReadWhole, let entries = place.node?.entries else { return }
        let right = asked.isEmpty ? "nothing belongs here" : "right here: " + asked.sorted().joined(separator: ", ")
        for entry in entries where !asked.contains(entry.key) {
            reading.tolerate(
                unknown(entry, right: right), mark: entry.keyMark,
                path: place.child(entry.key, nil).path)
        }
    }

    private func unknown(_ entry: PackNode.Entry, right: String) -> String {
        let meant = entry.key.meant(of: asked)
        // What stands after a comma between { and } is a key without a value to YAML.
        let isRest = entry.value.scalar == PackNode.Scalar(text: "", kind: .other)
        let rest =
            isRest ? " If it belongs to the text before the comma, put that text in quotes: \"…, \(entry.key)\"." : ""
        return "The key '\(entry.key)' is unknown; \(right).\(meant.isEmpty ? rest : meant)"
    }

    fileprivate var keys: [String] { fields.map(\.key) }

    fileprivate func contains(_ key: String) -> Bool {
        ask(key)
        return fields.contains { $0.key == key }
    }

    fileprivate func value<Value: Decodable>(_ type: Value.Type, for key: String) throws -> Value {
        if key == unlabelled {
            isReadWhole = true
            return try reading.value(type, at: place)
        }
        return try reading.value(type, at: part(key))
    }

    fileprivate func decoder(for key: String) -> PackDecoder {
        let decoder = PackDecoder(place: part(key), reading: reading)
        nested.append(decoder)
        return decoder
    }

    /// The part of this mapping with a key; where it is missing that is reported, once.
    private func part(_ key: String) -> PackPlace {
        ask(key)
        if let entry = fields.first(where: { $0.key == key }) { return place.child(key, entry.value) }
        if !saidWrongType { reading.report("The rule '\(key)' is missing.", at: place.child(key, place.node)) }
        return place.child(key, nil)
    }

    private var fields: [PackNode.Entry] {
        guard let node = place.node else { return [] }
        if let entries = node.entries { return entries }
        if !saidWrongType { reading.report("A mapping is needed (key: value).", at: place) }
        saidWrongType = true
        return []
    }

    private func ask(_ key: String) {
        if !asked.contains(key) { asked.append(key) }
    }

    private func reportRepetitions(in items: [PackNode]) {
        var seen: Set<String> = []
        for (position, item) in items.enumerated() {
            guard let name = item.id ?? item.scalar?.text, !seen.insert(name).inserted else { continue }
            reading.tolerate(
                "'\(name)' is listed more than once.", mark: item.mark, path: place.path + items.label(at: position))
        }
    }
}

/// The key under which Swift looks for a payload without a label; packs write the payload itself.
private let unlabelled = "_0"

/// The keys of one mapping.
private struct PackFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: PackDecoder

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { decoder.keys.compactMap { Key(stringValue: unhyphened($0)) } }

    func contains(_ key: Key) -> Bool { decoder.contains(written(key)) }

    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder.value(type, for: written(key))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder.decoder(for: written(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder.decoder(for: written(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder { decoder.decoder(for: written(key)) }

    private func written(_ key: Key) -> String { hyphened(key.stringValue) }
}

/// The items of one list.
private struct PackItems: UnkeyedDecodingContainer {
    let items: [PackPlace]
    let reading: PackReading
    var currentIndex = 0

    var codingPath: [any CodingKey] { [] }
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex == items.count }

    init(items: [PackPlace], reading: PackReading) {
        self.items = items
        self.reading = reading
    }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try reading.value(type, at: next())
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try superDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { PackDecoder(place: next(), reading: reading) }

    private mutating func next() -> PackPlace {
        defer { currentIndex += 1 }
        return items[currentIndex]
    }
}

/// A single word or number.
private struct PackSingleValue: SingleValueDecodingContainer {
    let place: PackPlace
    let reading: PackReading

    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reading.value(type, at: place) }
}
