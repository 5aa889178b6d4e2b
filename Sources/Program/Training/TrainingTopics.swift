/// A topic of one of the pack's lists, or of what one of its courses has to cover.
package struct TopicName: Sendable, Hashable, Comparable {
    /// Such as `areas.listening` or `course.basic.grief`.
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(_ list: String, _ topic: String) { text = "\(list).\(topic)" }

    package static func < (left: TopicName, right: TopicName) -> Bool { left.text < right.text }
}

/// Topics that are tracked, under one heading.
package struct TrackedTopics: Sendable, Equatable {
    package let title: String
    package let strength: Strength
    package let topics: [TrackedTopic]
    package let basis: Basis
}

package struct TrackedTopic: Sendable, Equatable {
    package let name: TopicName
    package let label: String
}

extension CourseRule {
    /// What it has to cover, as topics.
    package var coveredTopics: [TrackedTopic] {
        covers.map { TrackedTopic(name: TopicName("course.\(id)", $0.id), label: $0.label) }
    }
}

extension TrainingRules {
    /// Every list of topics that somebody can have had: the pack's lists, and what its courses have to cover.
    package var trackedTopics: [TrackedTopics] {
        topics.map { list in
            TrackedTopics(
                title: list.title, strength: list.strength,
                topics: list.topics.map { TrackedTopic(name: TopicName(list.id, $0.id), label: $0.label) },
                basis: list.basis)
        }
            + courses.filter { !$0.covers.isEmpty }.map { course in
                TrackedTopics(
                    title: course.title, strength: course.strength, topics: course.coveredTopics, basis: course.basis)
            }
    }

    package var topicNames: Set<TopicName> { Set(trackedTopics.flatMap(\.topics).map(\.name)) }
}

extension TrackedTopics {
    /// What of it is not among those.
    package func missing(in had: Set<TopicName>) -> [TrackedTopic] { topics.filter { !had.contains($0.name) } }
}

extension TrainingRecord {
    /// Every topic that the member has had: at gatherings, and in courses that were confirmed.
    package var topics: Set<TopicName> {
        attended.reduce(into: Set(completions.filter(\.isConfirmed).flatMap(\.topics))) { had, gathering in
            had.formUnion(gathering.plan.topics)
        }
    }
}

extension [Gathering] {
    /// The topics that gatherings of those days have or had: the year's plan.
    package func topics(on days: ClosedRange<Day>) -> Set<TopicName> {
        filter { !$0.isCancelled && days.contains($0.day) }.reduce(into: []) { $0.formUnion($1.plan.topics) }
    }
}
