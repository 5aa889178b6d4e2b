import HummingbirdCore
import NIOCore
import NIOHTTP1

/// Watches over one connection: how long its caller is waited for, that no more is read of what nobody wants, and that whoever
/// sends what cannot be read is told so.
final class ConnectionWatch: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Reading {
        /// Between two requests.
        case nothing
        /// Something of a head has come.
        case head
        /// The head has come.
        case body
        /// What comes is not read any more; the answer is still to be given.
        case broken
        /// The last answer is given.
        case over
    }

    /// What is being read by whoever comes next in line, while they read it.
    var arriving: ByteBuffer?

    private let channel: any Channel
    private let limits: ConnectionLimits
    private let open: OpenConnections
    private var reading = Reading.nothing
    /// Requests whose answer is not yet given.
    private var unanswered = 0
    private var isFirst = true
    private var isEnding = false
    private var isLastAnswer = false
    private var thrownAway = 0
    /// Since when the server waits for the caller.
    private var since = NIODeadline.now()
    /// Since when an answer lies on the wire.
    private var isBlockedSince: NIODeadline?
    private var alarm: (at: NIODeadline, task: Scheduled<Void>)?

    init(_ channel: any Channel, _ limits: ConnectionLimits, _ open: OpenConnections) {
        self.channel = channel
        self.limits = limits
        self.open = open
    }

    func handlerAdded(context: ChannelHandlerContext) {
        open.waits(for: channel)
        beginWaiting(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.task.cancel()
        alarm = nil
        open.waitsNoMore(for: channel)
    }

    // MARK: What comes

    /// Whether anybody still reads what has come. Where nobody does, it is thrown away, until it is too much.
    func isToRead(_ bytes: ByteBuffer) -> Bool {
        switch reading {
        case .nothing:
            reading = .head
            // The clock of a first request runs from the opening.
            if !isFirst { since = .now() }
            return true
        case .head, .body: return true
        case .broken, .over:
            thrownAway += bytes.readableBytes
            if thrownAway > limits.rest { channel.close(promise: nil) }
            return false
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            // Of what is begun on a connection that is to end, nothing is taken.
            guard reading == .head || reading == .nothing, !isLastAnswer else { return }
            isFirst = false
            if let reason = BadRequest(head) { return refuse(reason, context) }
            reading = .body
            unanswered += 1
            beginWaiting(context)
            open.waitsNoMore(for: channel)
        case .body:
            guard reading == .body else { return }
        case .end:
            guard reading == .body else { return }
            reading = .nothing
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // The rest of a body is still to come.
        if reading == .body { open.waits(for: channel) }
        setAlarm(context)
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let parserError = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        switch reading {
        case .nothing, .head: refuse(BadRequest(parserError, of: arriving), context)
        case .body: breakOff(.malformed, context)
        case .broken, .over: break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isEnding = true
            since = .now()
            setAlarm(context)
        } else if event as? ChannelEvent == .inputClosed, reading == .body {
            breakOff(.left, context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if reading == .body { breakOff(.left, context) }
        context.fireChannelInactive()
    }

    // MARK: What is answered

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard reading != .over else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            if reading == .body || reading == .broken || isEnding || open.isFull {
                isLastAnswer = true
                head.headers.replaceOrAdd(name: "connection", value: "close")
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .head, .body: context.write(data, promise: promise)
        case .end:
            unanswered -= 1
            if isLastAnswer || reading == .broken {
                context.writeAndFlush(data, promise: promise)
                return leave(context)
            }
            context.write(data, promise: promise)
            guard unanswered == 0 else { return }
            if reading == .nothing { since = .now() }
            setAlarm(context)
            open.waits(for: channel)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isBlockedSince = channel.isWritable ? nil : .now()
        setAlarm(context)
        context.fireChannelWritabilityChanged()
    }

    /// Tells whoever waits for the rest of the request that it does not come.
    private func breakOff(_ fault: CallerFault, _ context: ChannelHandlerContext) {
        reading = .broken
        context.fireErrorCaught(fault)
    }

    /// Answers in place of whoever would have answered, had the request been one. Where others came before it, theirs are the last
    /// answers.
    private func refuse(_ reason: BadRequest, _ context: ChannelHandlerContext) {
        reading = .broken
        guard unanswered == 0 else { return }
        let (head, body) = reason.answer
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        leave(context)
    }

    /// Nothing more is said. The caller may take the answer before the connection ends.
    private func leave(_ context: ChannelHandlerContext) {
        reading = .over
        beginWaiting(context)
        open.waits(for: channel)
        context.close(mode: .output, promise: nil)
    }

    // MARK: How long

    private func beginWaiting(_ context: ChannelHandlerContext) {
        since = .now()
        setAlarm(context)
    }

    /// When the server's patience ends; nothing while it is its own turn.
    private var end: NIODeadline? {
        let blocked = isBlockedSince.map { $0 + limits.taking }
        guard let wait else { return blocked }
        return min(since + wait, blocked ?? .distantFuture)
    }

    private var wait: TimeAmount? {
        switch reading {
        case .nothing: unanswered > 0 ? nil : isFirst ? limits.head : limits.idle
        case .head: limits.head
        case .body: isEnding ? limits.ending : limits.body
        case .broken: nil
        case .over: limits.leaving
        }
    }

    /// One alarm for all: where its time has not come yet, it is set anew.
    private func setAlarm(_ context: ChannelHandlerContext) {
        guard let end, end < alarm?.at ?? .distantFuture else { return }
        alarm?.task.cancel()
        let loop = context.eventLoop.assumeIsolated()
        alarm = (end, loop.scheduleTask(deadline: end) { self.ring(context) })
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarm = nil
        guard let end, end <= .now() else { return setAlarm(context) }
        switch reading {
        case .head: refuse(.tooSlow, context)
        case .body: breakOff(.tooSlow, context)
        case .nothing, .broken, .over: context.close(promise: nil)
        }
    }
}
