package org.tickcast.bench.load;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server on a free port that does to its one client what a script says, byte by byte. */
final class ScriptedServer implements AutoCloseable {

    /** What happens to the client, up to its end. */
    interface Script {
        void play(Peer peer) throws Exception;
    }

    private final ServerSocket listening;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Void> played;

    ScriptedServer(Script script) throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Callable<Void> play = () -> {
            try (Peer peer = new Peer(listening.accept())) {
                script.play(peer);
            }
            return null;
        };
        played = thread.submit(play);
    }

    String url() {
        return "ws://127.0.0.1:" + listening.getLocalPort() + "/ws/market";
    }

    /** Throws what the script has thrown. */
    void awaitEnd() throws Exception {
        played.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        thread.shutdownNow();
    }

    /** The client's other end. */
    static final class Peer implements AutoCloseable {

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
        }

        void upgrade() throws IOException, GeneralSecurityException {
            String key = key();
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
            answer("101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: "
                    + "tickcast.v1\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(hash));
        }

        void answer(String statusAndHeaders) throws IOException {
            raw(("HTTP/1.1 " + statusAndHeaders + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Reads the request, and returns its key. */
        String key() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            String name = "Sec-WebSocket-Key: ";
            int at = head.indexOf(name) + name.length();
            return head.substring(at, head.indexOf("\r", at));
        }

        void text(String words) throws IOException {
            raw(frame(0x80 | FrameReader.TEXT, words.getBytes(StandardCharsets.UTF_8)));
        }

        void raw(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        void closing(int code) throws IOException {
            raw(frame(0x80 | FrameReader.CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
        }

        /** The connection is cut, as by a machine that fails. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        static byte[] frame(int first, byte[] payload) {
            ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) first);
            if (payload.length < 126) {
                frame.put((byte) payload.length);
            } else if (payload.length < 65_536) {
                frame.put((byte) 126).putShort((short) payload.length);
            } else {
                frame.put((byte) 127).putLong(payload.length);
            }
            byte[] bytes = new byte[frame.put(payload).flip().remaining()];
            frame.get(bytes);
            return bytes;
        }

        /** The next frame of the client, which has to be of this kind. */
        byte[] expect(int opcode) throws IOException {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7f;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (first != (0x80 | opcode)) {
                throw new IllegalStateException("Expected opcode " + opcode + ", was " + Integer.toHexString(first));
            }
            return payload;
        }

        void expectClose(int code) throws IOException {
            int was = ByteBuffer.wrap(expect(FrameReader.CLOSE)).getShort() & 0xffff;
            if (was != code) {
                throw new IllegalStateException("Expected close " + code + ", was " + was);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
