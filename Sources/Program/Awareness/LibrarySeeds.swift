/// The handouts that come with the program: short, calm, and nobody's but ours. A programme hides what it does not want. Where the facts
/// in them come from stands in docs/decisions/library-and-self-checks.md.
extension LibraryEntry {
    package static let seeds: [LibraryEntry] = [
        seed("after-a-hard-event", .reactions, "After a hard event", afterAHardEvent),
        seed("when-to-look-for-more-help", .reactions, "When to look for more help", moreHelp),
        seed("sleeping-when-work-stays-with-you", .sleep, "Sleeping when work stays with you", sleep),
        seed("a-look-at-drinking", .alcohol, "A look at drinking", alcohol),
        seed("for-those-at-home", .families, "For those at home", families, for: .families),
        seed("talking-with-children", .families, "Talking with children", children, for: .families),
        seed("when-a-colleague-dies", .grief, "When a colleague dies", grief),
        seed("when-you-worry-about-a-colleague", .colleagues, "When you worry about a colleague", colleagues),
        seed("looking-after-yourself", .helpers, "Looking after yourself when you look after others", helpers),
        seed("when-the-work-ends", .retirement, "When the work ends", retirement),
    ]

    private static func seed(
        _ id: String, _ kind: LibraryKind, _ title: String, _ words: String, for audience: LibraryAudience = .everyone
    ) -> LibraryEntry { LibraryEntry(id: id, kind: kind, title: title, words: words, audience: audience) }

    private static let afterAHardEvent = """
        Something happened that was more than most days bring. What you may notice now is what bodies and minds do after such a thing. \
        It is no weakness, and for most people it grows less within days and weeks.

        You may be shaky, tired or wide awake. Your heart may race, your stomach may turn, you may have no appetite. Sleep may be \
        short, or full of dreams.

        Pictures or sounds of it may come back by themselves. You may feel on guard, easily startled, irritable, sad, guilty or \
        nothing at all. You may go over what you did, and find it hard to think of anything else.

        What often helps in the first days: eat something regularly, drink water, move a little, rest. Keep to some of your usual \
        day. Be with people you like. Speak about it if you want to and with whom you want to; nobody has to.

        What seldom helps: to be alone with it for long, to drink in order to sleep, to take big decisions now, to read and watch \
        everything about it.

        If it does not grow less after two to four weeks, or if it keeps you from work, sleep or the people you love, speak with \
        somebody. Sooner is fine too.
        """

    private static let moreHelp = """
        Most people find their feet again with time and with others around them. Some need more than that, as some broken bones need \
        more than rest. There are treatments that work well, and they work better the earlier they begin.

        Look for more help when it has lasted longer than a month; when it gets worse rather than better; when you avoid places, \
        people or calls because of it; when you drink more or take something to get through the day; when you feel numb, or without \
        hope, or a burden to others; or when those who know you say that they worry.

        Look for help today when you think of dying or of hurting yourself or somebody else. You need not be sure, and you need not \
        have a plan. Call one of the numbers below.

        A colleague of the team can tell you whom others found helpful, and can come along the first time. You need not give them \
        your reasons.
        """

    private static let sleep = """
        Shifts, calls at night and what you have seen all work against sleep. Most adults need seven hours or more in a day; they \
        need not come in one piece.

        Go to bed and get up at about the same times as often as your shifts let you. After a night shift keep the way home dim, \
        darken the room, and let others know when you sleep. A nap of twenty minutes before a night shift helps many.

        Coffee, tea and energy drinks last longer than they are felt: leave them at least six hours before you want to sleep. \
        Alcohol makes people fall asleep sooner and sleep worse.

        Leave a little time between work and bed in which nothing is asked of you. If you lie awake for about twenty minutes, get \
        up, do something quiet in little light, and go back when you are sleepy. Keep the bed for sleep.

        If what you have seen wakes you, sit up, name five things that you see, and breathe out slowly a few times. It tells the \
        body where it is.

        If you sleep badly on most nights for more than a month, or fall asleep where you must not, speak with a doctor. There is a \
        treatment for sleeplessness that works without tablets.
        """

    private static let alcohol = """
        Many people who do hard work have a drink to come down from it. It is worth a calm look from time to time, with nobody \
        looking over your shoulder.

        One drink is less than many think: a small beer, a small glass of wine, or a single measure of spirits. What is poured at \
        home is often two. Less is better for the body than more, and there are days on which none is best.

        It may be time to change something if you need more than before for the same effect; if you drink to sleep, to forget or to \
        be able to talk; if you drink more, or longer, than you meant to; if somebody close to you has said something; or if you \
        have hidden it.

        What helps: days without any, decided beforehand. Something else in the hand after a shift. Eat first. Tell one person what \
        you have in mind. Count for a week, honestly, and look at the number.

        If your hands shake, you sweat or you feel ill when you do not drink, do not stop from one day to the next by yourself: that \
        can be dangerous. A doctor can make it safe.

        To ask for help with it is ordinary, and people go back to their work.
        """

    private static let families = """
        Whoever lives with somebody in this work lives with the work too. You may notice that something happened before anybody \
        says so.

        In the days after a hard event they may be quiet, short-tempered, tired, restless, or closer than usual. They may not want \
        to talk, or tell the same thing several times. This is common, and mostly grows less within days and weeks. It is seldom \
        about you.

        What helps: that you are there. Say what you see and leave the door open: “You seem far away. I am here when you want \
        me.” Listen without looking for a solution. Keep meals, walks and bedtimes as they are. Let them have some time alone, and \
        some with you.

        What seldom helps: to press for what happened, to say how they should feel, or to carry everything alone.

        Look after yourself as well. Speak with somebody you trust. What you were told may be theirs to tell; how you are is yours.

        If it lasts longer than a month, if they drink more, if you are afraid of them or for them, ask for help. You may call the \
        numbers below for yourself, without telling anybody.
        """

    private static let children = """
        Children notice more than we think, and make up what they are not told. A few true words, fit for their age, are easier to \
        live with than silence.

        Say what happened in one or two plain sentences. Say that you are safe, if it is so, and who looks after them. Leave out the \
        details that you would not want in your own head. Ask what they have heard, and put it right.

        Small children may cling, sleep badly, wet the bed or play it out. Older ones may be angry, withdrawn or very good. It \
        helps them to have their usual day, their usual rules, and somebody who has time in the evening.

        You need not hide that you are sad or tired. Say what it is, and that it is not their fault and not theirs to mend.

        If it goes on for more than a month, or a child speaks of not wanting to live, ask for help. Take such words seriously at \
        once, and do not leave the child alone.
        """

    private static let grief = """
        When somebody dies with whom you stood side by side, you lose a colleague, a friend, and often the feeling that it could not \
        happen here.

        There is no right way to grieve, and no timetable. It comes in waves. It can be sadness, anger, guilt, relief, or nothing \
        for a while. One laughs in between. Two people on the same shift can grieve quite differently.

        If they died by their own hand, many look for what they should have seen. What is plain afterwards was not plain before. \
        Speak of the person, and not only of how they died. And ask those around you how they are: such a death is hardest on those \
        who carry something already.

        What helps: to be together, to do something with your hands, to go to the funeral if you want to, to let the family be as \
        they are. To eat, to sleep, to accept a day off. Later: to say the name.

        If after months it has not moved at all, or you do not want to go on without them, speak with somebody. The numbers below \
        answer at any hour.
        """

    private static let colleagues = """
        You need not be sure, and you need no training, to ask a colleague how they are. You need a quiet moment and a little time.

        Say what you have seen, and not what you think of it: “You have been very quiet since last week. How are you?” Then let \
        them talk, or be silent. You need not mend anything. That somebody listens is much already.

        If you ask yourself whether they think of suicide, ask them, in plain words: “Do you think of killing yourself?” To ask \
        does not put it into anybody’s head. It is mostly a relief to be asked.

        If the answer is yes, stay with them. Call a line below together. Help them put distance between themselves and whatever \
        they could use, a weapon first of all: with somebody they trust, or locked away by somebody else. If it is urgent, call the \
        emergency number.

        Afterwards ask again, in a day, in a week. And tell somebody you trust how you are yourself: you need not say about whom.

        If they do not want to talk, let them know that there are others, and how they are found. The first step is theirs.
        """

    private static let helpers = """
        Who listens to others carries some of it home. It can make the work dearer, and it can wear you down; often it does both.

        You may notice that you are tired in a way that sleep does not mend; that you think of somebody you listened to when you \
        do not want to; that you are impatient, or feel less than you used to; that you would rather not be called.

        What helps: to have an end to each talk and a small thing that marks it, such as a walk, a shower, a song. To say no now \
        and then, and to hand on. To have somebody of your own to speak with, about yourself and not about them. To keep something \
        in your week that has nothing to do with any of this.

        Whoever looks after the team would rather hear from you early than late. To pause is no failing: those who pause come back.

        If what you have heard stays with you for weeks, or you begin to drink or to withdraw because of it, look for the same help \
        that you would offer to others.
        """

    private static let retirement = """
        After years in this work its end is a great change, also when you have looked forward to it. With the badge go the rhythm of \
        the shifts, people who know without being told, and an answer to the question who you are.

        It is common to feel relief and loss together. What was kept down by work may come up once there is time: old calls, old \
        faces. That is no sign that something is wrong with you. It is worth speaking about.

        What helps before: to try out, a year ahead, what you would like to have in your week. To look at money and health cover \
        with somebody who knows. To let friendships grow that have nothing to do with work. To speak with those at home about what \
        each of you expects.

        What helps after: a reason to get up on most mornings. To be needed by somebody. To move. To stay in touch with a few, and \
        to be the one who calls.

        Drinking more, sleeping badly, staying at home for weeks, or the thought that you are of no use any more: with any of these \
        speak with somebody. Ask here whether the programme is there for those who have retired; the lines below are there for \
        everybody.
        """
}
