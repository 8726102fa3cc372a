package contested.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/** The places on disk that tests know: the project, the packs it ships, the documents they were made from. */
public final class Folders {

    /** Hooks of the machine run all at once; what was begun last must end first, before its folder goes. */
    private static final Deque<Runnable> ENDINGS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ENDINGS.forEach(Runnable::run)));
    }

    private Folders() {}

    /** Does this when the run ends, before what was asked for earlier. */
    static void atEnd(Runnable act) {
        ENDINGS.addFirst(act);
    }

    /** The project's folder; builds start in it. */
    public static Path project() {
        return Path.of("").toAbsolutePath();
    }

    /** The packs that the release carries, in the order of their names. */
    public static List<Path> shippedPacks() {
        try (Stream<Path> entries = Files.list(project().resolve("seeds"))) {
            return entries.filter(f -> Files.isRegularFile(f.resolve("pack.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The publishers' documents, which are never part of the project; empty where there are none. */
    public static Optional<Path> documents() {
        return Optional.ofNullable(System.getenv("CONTESTED_DOCUMENTS"))
                .filter(v -> !v.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /** The documents, or a skipped test. */
    public static Path requiredDocuments() {
        return documents()
                .orElseThrow(() -> Missing.thing(
                        "the source documents are not here", "set CONTESTED_DOCUMENTS to the folder that holds them"));
    }

    /** A new folder that goes when the run ends. */
    public static Path temporary(String name) {
        try {
            Path folder = Files.createTempDirectory("contested-" + name + "-");
            atEnd(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path visited, java.io.@org.jspecify.annotations.Nullable IOException failed)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
