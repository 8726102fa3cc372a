package contested.source;

import contested.source.UnreadableDocumentException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file in which a document may be. Whatever it is, reading it harms nothing: no more than {@link #MAX_BYTES} of it are
 * read, and nothing outside its folder.
 *
 * @param file   as the folder names it
 * @param inside the real path of the folder, which links must not lead out of
 */
public record DocumentFile(Path file, Path inside) {

    /** The longest documents of the kind are about 100 kB of text. */
    static final int MAX_BYTES = 5_000_000;

    private static final int MAX_NAME_CHARS = 100;

    /** For one line of a report: without control characters, which could forge other lines. */
    public String name() {
        String name = file.getFileName().toString().replaceAll("\\p{C}", "?");
        return name.length() <= MAX_NAME_CHARS ? name : name.substring(0, MAX_NAME_CHARS) + "…";
    }

    /** @throws UnreadableDocumentException When there is no text in it that we could use. */
    public DocumentLines read() {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(inside)) {
                throw new UnreadableDocumentException("a link that leads out of the folder; put the file itself here");
            }
            if (Files.isDirectory(real)) {
                throw new UnreadableDocumentException("a folder; only the files right in the named folder are read");
            }
            // A pipe or a device would never end.
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnreadableDocumentException("no ordinary file");
            }
            return DocumentLines.of(DocumentEncoding.decode(bytes(real)));
        } catch (NoSuchFileException e) {
            throw new UnreadableDocumentException("a link that leads nowhere");
        } catch (AccessDeniedException e) {
            throw new UnreadableDocumentException("not readable; allow the portal's account to read it");
        } catch (IOException e) {
            throw new UnreadableDocumentException("cannot be read");
        }
    }

    private static byte[] bytes(Path real) throws IOException {
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            // Not by the size that the file states: it may grow, or state none.
            byte[] read = Files.size(real) > MAX_BYTES ? null : in.readNBytes(MAX_BYTES + 1);
            if (read == null || read.length > MAX_BYTES) {
                throw tooLarge();
            }
            return read;
        }
    }

    static UnreadableDocumentException tooLarge() {
        int megabytes = MAX_BYTES / 1_000_000;
        return new UnreadableDocumentException(
                Fault.LARGE, "larger than " + megabytes + " MB; save the text alone, without pictures", megabytes);
    }
}
