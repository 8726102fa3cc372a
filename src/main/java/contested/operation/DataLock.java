package contested.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Marks a data folder as in use by this process. The system lets go of it when the process ends, even when killed. */
final class DataLock {

    private static final String FILE = "in-use.lock";

    /** Reachable as long as the process lives, or the lock would go with the garbage. */
    private static @Nullable FileLock held;

    private DataLock() {}

    /** False when another process has it. */
    static boolean take(Path data) {
        held = tryLock(data);
        return held != null;
    }

    /** Whether no process has it. */
    static boolean isFree(Path data) {
        FileLock lock = tryLock(data);
        if (lock == null) {
            return false;
        }
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            // The lock is ours, so nobody had it; it goes with this process.
        }
        return true;
    }

    private static @Nullable FileLock tryLock(Path data) {
        try {
            FileChannel channel =
                    FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new WrongSettingException("CONTESTED_DATA", "a folder that the portal may write to; not " + data);
        }
    }
}
