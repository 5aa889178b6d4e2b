/// A language in which support can be given. A closed list, so that what a seeker asks for is no place to write into.
package enum SpokenLanguage: String, Sendable, CaseIterable {
    case english = "English"
    case spanish = "Spanish"
    case signLanguage = "American Sign Language"
    case arabic = "Arabic"
    case armenian = "Armenian"
    case cantonese = "Cantonese"
    case farsi = "Farsi"
    case french = "French"
    case german = "German"
    case haitianCreole = "Haitian Creole"
    case hindi = "Hindi"
    case hmong = "Hmong"
    case japanese = "Japanese"
    case khmer = "Khmer"
    case korean = "Korean"
    case lao = "Lao"
    case mandarin = "Mandarin"
    case polish = "Polish"
    case portuguese = "Portuguese"
    case punjabi = "Punjabi"
    case russian = "Russian"
    case samoan = "Samoan"
    case somali = "Somali"
    case tagalog = "Tagalog"
    case ukrainian = "Ukrainian"
    case vietnamese = "Vietnamese"

    /// As pages say it.
    package var name: String { rawValue }
}
