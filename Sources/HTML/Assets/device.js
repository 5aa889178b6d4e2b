// Lets this device show notifications: asks its owner, and sends what the browser answers with the form of the page.
"use strict";

const part = document.querySelector("[data-push-key]");
const state = document.querySelector("[data-push-state]");
const form = part.querySelector("form");

// What the server calls by a name in base64url, the browser takes as bytes.
const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));

// Whether a subscription takes what is signed by that key. Of a browser that does not tell, it is taken to be so.
const isFor = (subscription, key) => {
    const known = subscription.options?.applicationServerKey;
    return !known || String(new Uint8Array(known)) === String(key);
};

if ("serviceWorker" in navigator && "PushManager" in window) {
    part.hidden = false;
    state.textContent = "";
}

form.addEventListener("submit", async event => {
    event.preventDefault();
    state.textContent = "One moment …";
    try {
        if (await Notification.requestPermission() !== "granted") {
            state.textContent = "This device does not allow notifications. You can change that in its settings.";
            return;
        }
        await navigator.serviceWorker.register(part.dataset.pushWorker);
        const worker = await navigator.serviceWorker.ready;
        const key = bytes(part.dataset.pushKey);
        // One made by another key of the server stands in the way for good: the browser gives none for a second key.
        const former = await worker.pushManager.getSubscription();
        if (former && !isFor(former, key)) await former.unsubscribe();
        const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
        const { endpoint, keys } = subscription.toJSON();
        form.elements.endpoint.value = endpoint;
        form.elements.p256dh.value = keys.p256dh;
        form.elements.auth.value = keys.auth;
        form.submit();
    } catch {
        state.textContent = "The browser could not reach its notification service. Please try again later.";
    }
});
