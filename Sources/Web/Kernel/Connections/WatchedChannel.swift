import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// A caller's connection with someone who looks at the time, at how much comes, and at what cannot be read.
struct WatchedChannel: ServerChildChannel {
    let base: HTTP1Channel
    let limits: ConnectionLimits
    let open: OpenConnections

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        base.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self).handler
            let watch = ConnectionWatch(channel, limits, open)
            try pipeline.addHandler(watch, position: .after(decoder))
            try pipeline.addHandler(FirstBytes(watch), position: .first)
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

/// Sees what comes before anybody reads it.
private final class FirstBytes: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let watch: ConnectionWatch

    init(_ watch: ConnectionWatch) { self.watch = watch }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        guard watch.isToRead(bytes) else { return }
        watch.arriving = bytes
        context.fireChannelRead(data)
        watch.arriving = nil
    }
}
