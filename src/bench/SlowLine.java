import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A school's line between phones and the portal: {@code java src/bench/SlowLine.java FROM TO KBIT MILLIS} listens on port
 * FROM of this machine, leads to port TO, carries so many kilobits a second and delays each way by so many milliseconds.
 *
 * <p>One line for everybody and for both ways: each packet, with its 40 bytes of addresses, waits until the line is free.
 * Whoever connects waits one round trip more, as a connection does. That TCP begins slowly is left out; so is loss.
 */
public final class SlowLine {

    /** What an Ethernet frame carries beside the addresses of IP and TCP, and those. */
    private static final int PACKET_BYTES = 1460;

    private static final int ADDRESSES_BYTES = 40;

    private final double bytesPerNano;
    private final long delayNanos;
    private long freeAt = System.nanoTime();

    private SlowLine(int kbit, int millis) {
        bytesPerNano = kbit * 1000.0 / 8 / 1e9;
        delayNanos = millis * 1_000_000L;
    }

    public static void main(String[] arguments) throws IOException {
        int from = Integer.parseInt(arguments[0]);
        int to = Integer.parseInt(arguments[1]);
        SlowLine line = new SlowLine(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        try (ServerSocket door = new ServerSocket()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), from), 1_000);
            System.out.println("The line is open.");
            while (true) {
                line.lead(door.accept(), to);
            }
        }
    }

    private void lead(Socket phone, int port) throws IOException {
        Socket portal = new Socket(InetAddress.getLoopbackAddress(), port);
        phone.setTcpNoDelay(true);
        portal.setTcpNoDelay(true);
        carry(phone, portal, System.nanoTime() + 2 * delayNanos);
        carry(portal, phone, 0);
    }

    /** A packet on its way; without bytes: nothing more comes. */
    private record Packet(byte[] bytes, long arrivesAt) {}

    private void carry(Socket from, Socket to, long notBefore) {
        BlockingQueue<Packet> underWay = new LinkedBlockingQueue<>();
        start(() -> send(from, underWay, notBefore));
        start(() -> receive(underWay, to));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void send(Socket from, BlockingQueue<Packet> underWay, long notBefore) {
        byte[] buffer = new byte[PACKET_BYTES];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long sent = awaitTurn(read, notBefore);
                underWay.add(new Packet(Arrays.copyOf(buffer, read), sent + delayNanos));
            }
        } catch (IOException e) {
            // hung up, as phones do
        }
        underWay.add(new Packet(new byte[0], System.nanoTime() + delayNanos));
    }

    /** Whoever has more to send stands in line again after each packet, so nobody has the line alone. */
    private long awaitTurn(int bytes, long notBefore) {
        long begins;
        long ends;
        synchronized (this) {
            begins = Math.max(System.nanoTime(), freeAt);
            ends = begins + (long) ((bytes + ADDRESSES_BYTES) / bytesPerNano);
            freeAt = ends;
        }
        rest(begins);
        return Math.max(ends, notBefore);
    }

    private static void receive(BlockingQueue<Packet> underWay, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Packet packet = underWay.take(); packet.bytes().length > 0; packet = underWay.take()) {
                rest(packet.arrivesAt());
                out.write(packet.bytes());
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // hung up at the other end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rest(long until) {
        long left = until - System.nanoTime();
        try {
            if (left > 0) {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
