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

    /** Reachable as long as the process lives, or the lock would go with the garbage. */
    private static @Nullable FileLock held;

    private DataLock() {}

    /** False when another process has it. */
    static boolean take(Path data) {
        try {
            FileChannel channel =
                    FileChannel.open(data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new WrongSettingException("CONTESTED_DATA", "a folder that the portal may write to; not " + data);
        }
    }
}
