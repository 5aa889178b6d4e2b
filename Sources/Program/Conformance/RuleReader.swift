/// A rule of the pack, or a part of one, with what reads it. What no such line names is read by nobody, and the duties that cite it are
/// written down and not carried out.
///
/// The lines stand with their feature, in a file of its folder that is called after it, such as `Requests/RequestReaders.swift`.
package struct RuleReader: Sendable, Equatable {
    /// The key of the rule as `docs/packs.md` has it, such as `requests.exclusions[]`: a mapping with a basis.
    package let rule: String
    /// The part of it that is meant; the rule as a whole where there is none.
    package let part: Part?
    /// Nothing where the part is said to be read by nobody.
    package let readers: [Reader]
    /// The power without which nobody does it: in a pack where no role has it, nothing is read.
    package let needs: Power?

    /// Words at a key below the rule.
    package struct Part: Sendable, Equatable {
        /// Such as `bar`.
        package let key: String
        /// Those that are meant; any where there are none.
        package let words: [String]
        /// What the rule says besides, by keys below it: only such a rule is meant.
        package let given: [String: Set<String>]
        /// Whether a rule without anything there is whole all the same.
        package let mayBeLeftOut: Bool

        fileprivate init(
            key: String, words: [String], given: [String: Set<String>] = [:], mayBeLeftOut: Bool = false
        ) {
            self.key = key
            self.words = words
            self.given = given
            self.mayBeLeftOut = mayBeLeftOut
        }
    }

    /// The rule as a whole.
    package init(_ rule: String, by readers: Reader..., needs: Power? = nil) {
        self.init(rule, part: nil, readers, needs)
    }

    /// A rule as far as it has one of these words at that key. One with other words there too is read in part only, and one
    /// without any is not read.
    package init(
        _ rule: String, at key: String, _ words: String..., given: [String: Set<String>] = [:], by readers: Reader...,
        needs: Power? = nil
    ) {
        self.init(rule, part: Part(key: key, words: words, given: given), readers, needs)
    }

    /// What a rule may say besides, at a key that many leave out.
    package static func besides(_ rule: String, at key: String, by readers: Reader...) -> RuleReader {
        RuleReader(rule, part: Part(key: key, words: [], mayBeLeftOut: true), readers, nil)
    }

    /// What nobody reads of a rule that is read otherwise: a key, or some of the words at it. Where a pack asks for it, that rule is
    /// not carried out.
    package static func unread(_ rule: String, at key: String, _ words: String...) -> RuleReader {
        RuleReader(rule, part: Part(key: key, words: words), [], nil)
    }

    private init(_ rule: String, part: Part?, _ readers: [Reader], _ needs: Power?) {
        self.rule = rule
        self.part = part
        self.readers = readers
        self.needs = needs
    }
}
