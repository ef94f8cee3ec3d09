package org.tickcast.testing.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/**
 * A WebSocket client made of a socket and nothing else. It chooses the address it comes from, sees the bytes of a
 * refusal, and can do what a decent client library will not: send broken frames, stop reading, vanish.
 */
public final class BareClient implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 20_000;
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private String statusLine = "";
    private final Map<String, String> headers = new TreeMap<>();
    private boolean isMute;

    private BareClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Opens a connection from this address of the loopback network, and says nothing yet. */
    public static BareClient from(String address, URL server) throws IOException {
        return new BareClient(connect(new Socket(), address, server));
    }

    /** The same over TLS; who the server is, this context has to know. */
    public static BareClient overTls(SSLContext trusting, String address, URL server) throws IOException {
        Socket below = connect(new Socket(), address, server);
        return new BareClient(
                trusting.getSocketFactory().createSocket(below, server.getHost(), server.getPort(), true));
    }

    /** The same with so small a receive buffer that what is not read soon waits on the server's side. */
    public static BareClient withLittleRoom(String address, URL server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        return new BareClient(connect(socket, address, server));
    }

    private static Socket connect(Socket socket, String address, URL server) throws IOException {
        socket.setSoTimeout(DEADLINE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()), DEADLINE_MILLIS);
        return socket;
    }

    /** Asks for an upgrade as a browser does, and reads the head of the answer. */
    public BareClient upgrade(String pathAndQuery, String... moreHeaders) throws IOException {
        return request(upgradeRequest(pathAndQuery, moreHeaders));
    }

    /** Asks for an upgrade and says this before it has been answered. */
    public BareClient upgradeTalking(String text, String pathAndQuery, String... moreHeaders) throws IOException {
        ByteArrayOutputStream atOnce = new ByteArrayOutputStream();
        atOnce.writeBytes(upgradeRequest(pathAndQuery, moreHeaders).getBytes(StandardCharsets.UTF_8));
        atOnce.writeBytes(frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8)));
        socket.getOutputStream().write(atOnce.toByteArray());
        return answer();
    }

    /** Asks for an upgrade and is gone before the answer comes. */
    public void goAwayAfterAsking(String pathAndQuery, String... moreHeaders) throws IOException {
        socket.getOutputStream().write(upgradeRequest(pathAndQuery, moreHeaders).getBytes(StandardCharsets.UTF_8));
        vanish();
    }

    private static String upgradeRequest(String pathAndQuery, String... moreHeaders) {
        StringBuilder request = new StringBuilder("GET " + pathAndQuery + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY
                + "\r\n");
        for (String header : moreHeaders) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** Sends a request as it stands, and reads the head of the answer. */
    public BareClient request(String request) throws IOException {
        return send(request).answer();
    }

    /** Sends bytes as they stand. */
    public BareClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends a piece of a body of unknown length; one without a character is the last. */
    public BareClient sendChunk(String piece) throws IOException {
        int length = piece.getBytes(StandardCharsets.UTF_8).length;
        return send(Integer.toHexString(length) + "\r\n" + piece + "\r\n");
    }

    /** Reads the head of the answer. */
    public BareClient answer() throws IOException {
        statusLine = line();
        headers.clear();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return this;
    }

    public int status() {
        return Integer.parseInt(statusLine.split(" ", 3)[1]);
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public boolean isOpen() {
        return status() == 101;
    }

    /** The body of a refusal. */
    public String body() throws IOException {
        return new String(in.readNBytes(Integer.parseInt(header("Content-Length"))), StandardCharsets.UTF_8);
    }

    /** All that comes until the server ends the connection. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The next text frame, past signs of life; whatever else comes first fails. */
    public String text() throws IOException {
        if (!isOpen()) {
            throw new IOException("The upgrade was refused: " + statusLine);
        }
        Frame frame = frame();
        while (frame.isSignOfLife()) {
            frame = frame();
        }
        if (frame.opcode() != TEXT) {
            throw new IOException("Expected text, got " + frame);
        }
        return frame.text();
    }

    /** The next sign of life, past all text: {@code ping}, {@code pong} or {@code binary}, and what is in it. */
    public String signOfLife() throws IOException {
        long deadline = System.nanoTime() + DEADLINE_MILLIS * 1_000_000L;
        while (System.nanoTime() - deadline < 0) {
            Frame frame = frame();
            if (frame.isSignOfLife()) {
                return frame.kind() + " " + frame.text();
            }
            if (frame.opcode() != TEXT) {
                throw new IOException("Expected a sign of life, got " + frame);
            }
        }
        throw new IOException("No sign of life, and much text");
    }

    /** From now on pings are read and not answered. */
    public BareClient mute() {
        isMute = true;
        return this;
    }

    /** The bytes of the next text frame as they came. */
    public byte[] frameOf(int bytes) throws IOException {
        return in.readNBytes(bytes);
    }

    /** The next text frame in which this stands, past all others. */
    public String textWith(String part) throws IOException {
        long deadline = System.nanoTime() + DEADLINE_MILLIS * 1_000_000L;
        while (System.nanoTime() - deadline < 0) {
            String text = text();
            if (text.contains(part)) {
                return text;
            }
        }
        throw new IOException("No text with " + part);
    }

    /** Reads past all text to the end of the connection, and returns its close code; 1006 when it just ended. */
    public int closeCode() throws IOException {
        long deadline = System.nanoTime() + DEADLINE_MILLIS * 1_000_000L;
        try {
            while (System.nanoTime() - deadline < 0) {
                Frame frame = frame();
                if (frame.opcode() == CLOSE) {
                    return ByteBuffer.wrap(frame.payload()).getShort();
                }
            }
            throw new IOException("The server did not close, and goes on talking");
        } catch (SocketTimeoutException stillOpen) {
            throw new IOException("The server did not close", stillOpen);
        } catch (EOFException | java.net.SocketException endedWithoutAWord) {
            return 1006;
        }
    }

    /** The code and the words of the close frame, which has to be the very next that comes. */
    public String closeFrame() throws IOException {
        Frame frame = frame();
        if (frame.opcode() != CLOSE) {
            throw new IOException("Expected a close, got " + frame);
        }
        ByteBuffer payload = ByteBuffer.wrap(frame.payload());
        return payload.getShort() + " " + StandardCharsets.UTF_8.decode(payload);
    }

    /** Reads one byte, whatever it belongs to, and waits for it no longer than this. False when none comes. */
    public boolean readByte(int withinMillis) throws IOException {
        socket.setSoTimeout(withinMillis);
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException none) {
            return false;
        } catch (java.net.SocketException ended) {
            return false;
        } finally {
            socket.setSoTimeout(DEADLINE_MILLIS);
        }
    }

    /** Reads all that still comes and looks at nothing, until the connection has ended; fails if it does not. */
    public void awaitEnd() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketTimeoutException stillOpen) {
            throw new IOException("The connection did not end", stillOpen);
        } catch (java.net.SocketException reset) {
            // That is an end too.
        }
    }

    private Frame frame() throws IOException {
        Frame frame = nextFrame();
        if (frame.opcode() == PING && !isMute) {
            send(FINAL | PONG, frame.payload());
        }
        return frame;
    }

    private Frame nextFrame() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = in.readNBytes(Math.toIntExact(length));
        if (payload.length < length) {
            throw new EOFException("The connection ended inside a frame");
        }
        return new Frame(opcode, payload);
    }

    public void sendText(String text) throws IOException {
        send(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the same so many times, in one go. */
    public void sendTextAtOnce(String text, int times) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            frames.writeBytes(frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8)));
        }
        socket.getOutputStream().write(frames.toByteArray());
    }

    /** Sends bytes as text, whether they are text or not. */
    public void sendAsText(byte[] bytes) throws IOException {
        send(FINAL | TEXT, bytes);
    }

    public void sendBinary(byte[] bytes) throws IOException {
        send(FINAL | BINARY, bytes);
    }

    public void sendPing(String payload) throws IOException {
        send(FINAL | PING, payload.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends so many pings in one go. Waits for as long as the server reads none of them. */
    public void sendPingsAtOnce(int times) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            frames.writeBytes(frame(FINAL | PING, new byte[125]));
        }
        socket.getOutputStream().write(frames.toByteArray());
    }

    /** Says that it will say nothing any more, below the protocol, and goes on listening. */
    public void stopTalking() throws IOException {
        socket.shutdownOutput();
    }

    /** Sends a text in so many pieces of one size. */
    public void sendTextInPieces(int pieces, int bytesEach) throws IOException {
        for (int i = 0; i < pieces; i++) {
            int opcode = i == 0 ? TEXT : 0;
            send(
                    i == pieces - 1 ? FINAL | opcode : opcode,
                    "x".repeat(bytesEach).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void send(int firstByte, byte[] payload) throws IOException {
        socket.getOutputStream().write(frame(firstByte, payload));
    }

    /** Masked with zeros, as the protocol allows, so the payload goes out as it is. */
    private static byte[] frame(int firstByte, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(firstByte);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(0x80 | 126);
            frame.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** Says goodbye as the protocol wants it, and waits until the server has answered. */
    public void sayGoodbye() throws IOException {
        send(FINAL | CLOSE, ByteBuffer.allocate(2).putShort((short) 1000).array());
        closeCode();
        socket.close();
    }

    /** Says goodbye and hangs up, whatever the server has to say to that. */
    public void sayGoodbyeAndGo() throws IOException {
        send(FINAL | CLOSE, ByteBuffer.allocate(2).putShort((short) 1000).array());
        socket.close();
    }

    /** Is gone from one moment to the next: the connection is reset. */
    public void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Hangs up without a close frame. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended in the middle of an answer");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private record Frame(int opcode, byte[] payload) {

        /** What says nothing, and may come between any two messages. */
        boolean isSignOfLife() {
            return opcode == PING || opcode == PONG || (opcode == BINARY && text().equals("ping"));
        }

        String kind() {
            return opcode == PING ? "ping" : opcode == PONG ? "pong" : "binary";
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "frame of opcode " + opcode + " with " + payload.length + " bytes";
        }
    }
}
