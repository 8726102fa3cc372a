package contested.support;

import org.opentest4j.TestAbortedException;

/** Says in one line what a machine lacks for a test, and what to do about it. The test counts as skipped. */
public final class Missing {

    private Missing() {}

    /** What stops the test here without failing it. */
    public static TestAbortedException thing(String what, String remedy) {
        String line = "skipped: " + what + "; to run it, " + remedy;
        System.err.println(line);
        return new TestAbortedException(line);
    }
}
