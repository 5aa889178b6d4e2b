// Shows what is pushed to the installed page, and opens the page when it is touched. It keeps nothing and fetches nothing.
"use strict";

addEventListener("push", event => {
    const words = event.data ? event.data.text() : "Peer support: you have a new message.";
    const [heading, note] = words.split(": ");
    // One tag: a repetition replaces what it repeats instead of lying beside it.
    event.waitUntil(registration.showNotification(heading, { body: note, tag: words, renotify: true }));
});

addEventListener("notificationclick", event => {
    event.notification.close();
    event.waitUntil((async () => {
        const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
        return pages.length ? pages[0].focus() : clients.openWindow("/home");
    })());
});
