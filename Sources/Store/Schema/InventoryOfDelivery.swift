extension Inventory {
    static let delivery = [
        InventoryTable(
            "contact_method", "How an account's owner wants to be reached: told by themselves, shown to nobody else.",
            [
                ("id", .restricted, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .restricted, "Who is reached by it"),
                ("kind", .restricted, "Push, text, call or e-mail"),
                ("address", .restricted, "Number or e-mail address; for push what the owner calls the device"),
                ("delay_minutes", .restricted, "How long after the first word it is used"),
                ("is_confirmed", .restricted, "Whether a code sent there came back"),
                ("code", .key, "Those six digits, until they come back"),
                ("code_ends_at", .restricted, "Until when they are taken"),
                ("code_tries", .restricted, "How often wrong digits were typed"),
                ("trouble", .restricted, "What is wrong with it, for its owner to see; none where nothing is known"),
            ]),
        InventoryTable(
            "push_subscription", "Where a browser takes pushes, and what they are sealed to (RFC 8291).",
            [
                ("method", .restricted, "The contact method it belongs to"),
                ("endpoint", .restricted, "The address at the browser's push service"),
                ("public_key", .key, "The browser's half of the pair"),
                ("secret", .key, "The browser's authentication secret"),
                ("server_key", .open, "Our own public key, by which alone it takes pushes"),
            ]),
        InventoryTable(
            "ping", "That somebody was told, so that nobody is told twice. Rows go after two days.",
            [
                ("agency", .open, "In which agency"),
                ("account", .restricted, "Who was told"),
                ("key", .restricted, "What it was about, hashed under a key that is not in the database"),
                ("day", .restricted, "The day (UTC), counted from 1970"),
            ]),
        InventoryTable(
            "outbox", "Content-free words that wait to be sent. A row goes when it is sent, answered or given up.",
            [
                ("id", .restricted, "Random id; the idempotency key that every attempt carries"),
                ("agency", .open, "In which agency"),
                ("account", .restricted, "To whom"),
                ("ping", .restricted, "Which ping it belongs to"),
                ("method", .restricted, "By which contact method"),
                ("kind", .restricted, "The kind of that method"),
                ("word", .restricted, "Which of the fixed texts"),
                ("urgency", .restricted, "Whether it may wait for a sleeping phone to wake"),
                ("due_at", .restricted, "When it is to be sent: a running timer"),
                ("lease_until", .restricted, "Until when one worker has it to itself"),
                ("attempts", .restricted, "How often it was tried"),
            ]),
        InventoryTable(
            "word_of_asking",
            "That somebody was told within the hour that a request waits, and has not answered, so that whoever asks all night wakes nobody all night. Gone with the answer or the hour.",
            [
                ("agency", .open, "In which agency"),
                ("account", .confidential, "Who was told"),
                ("id", .confidential, "Random id"),
                ("ends_at", .confidential, "When it is forgotten, on full five minutes: a running timer"),
                (
                    "more_waits", .confidential,
                    "Whether something else came to wait meanwhile, of which no word was sent"
                ),
            ]),
        InventoryTable(
            "delivery_attempt", "The receipt of each attempt, without content. Rows go after two days.",
            [
                ("parcel", .restricted, "The id it had in the outbox"),
                ("number", .restricted, "The first attempt, the second, and so on"),
                ("method", .restricted, "By which contact method"),
                ("outcome", .restricted, "What the gateway made of it; `begun` where nobody lived to hear"),
                ("day", .restricted, "The day (UTC), counted from 1970"),
            ]),
        InventoryTable(
            "heartbeat", "When the workers last went their round, so that a missing one is seen from outside.",
            [
                ("worker", .open, "Which worker, or \"writing\": whether anything can be written"),
                ("at", .open, "When, whatever there was to do"),
            ]),
        InventoryTable(
            "failing_step", "What a worker cannot do just now. A row goes when it can, and names nobody.",
            [
                ("worker", .open, "Which worker"),
                ("step", .open, "Which of its steps"),
                ("agency", .open, "For which agency; none where it is for the whole installation"),
                ("fault", .open, "The kind of fault"),
                ("at", .open, "When the worker last went its round without being able to"),
            ]),
    ]
}
