package contested.operation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * Where the operator's command speaks to the operator, in the terminal's own encoding. The server takes Java's standard
 * output for its log; this goes past it.
 */
final class Terminal {

    private static final PrintStream OUT = stream(FileDescriptor.out);
    private static final PrintStream ERR = stream(FileDescriptor.err);

    private Terminal() {}

    static void say(String line) {
        OUT.println(line);
    }

    /** What went wrong. */
    static void complain(String line) {
        ERR.println(line);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        String terminal = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        try {
            Charset charset =
                    Charset.forName(terminal == null ? System.getProperty("native.encoding", "UTF-8") : terminal);
            return new PrintStream(new FileOutputStream(descriptor), true, charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return new PrintStream(new FileOutputStream(descriptor), true);
        }
    }
}
