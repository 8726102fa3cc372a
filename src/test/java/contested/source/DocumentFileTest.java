package contested.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a documents' folder costs one clear line at most. */
class DocumentFileTest {

    @TempDir
    Path outside;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("documents"));
    }

    private DocumentFile only() {
        List<DocumentFile> files = new DocumentFolder(folder).files();
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusal(byte... bytes) throws IOException {
        Files.write(folder.resolve("a.txt"), bytes);
        return assertThatThrownBy(only()::read).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void textInUtf8IsReadWithOrWithoutItsMark() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "\ufeffMột\n\nhai\n");

        assertThat(only().read().lines()).containsExactly(new ParagraphText("Một"), new ParagraphText("hai"));
    }

    @Test
    void emptyFileIsSaidToBeEmpty() throws IOException {
        refusal().hasMessage("empty");
        refusal(" \n\t\r\n".getBytes(StandardCharsets.UTF_8)).hasMessage("empty");
        refusal((byte) 0xEF, (byte) 0xBB, (byte) 0xBF).hasMessage("empty");
    }

    @Test
    void binaryDataIsNoText() throws IOException {
        refusal(new byte[] {'a', 0, 0, 1, 2, 'b', 0}).hasMessageContaining("binary");
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        refusal("%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII)).hasMessageContaining("PDF");
        refusal(new byte[] {'P', 'K', 3, 4, 20, 0}).hasMessageContaining("word processor");
    }

    @Test
    void otherEncodingsAreNamedWithTheLineAndTheRemedy() throws IOException {
        refusal("plain\nfine\ncaf\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                .hasMessage("not UTF-8 from line 3 on; it looks like ISO-8859-1; save it as plain text in UTF-8");
        refusal("\u201cquoted\u201d".getBytes(Charset.forName("windows-1252")))
                .hasMessageContaining("windows-1252")
                .hasMessageContaining("UTF-8");
        refusal("Ti\u00ea\u0301ng Vi\u00ea\u0323t d\u00ea\u0303 \u0111o\u0323c va\u0300 hay"
                        .getBytes(Charset.forName("windows-1258")))
                .hasMessageContaining("windows-1258");
        refusal("A whole sentence.".getBytes(StandardCharsets.UTF_16)).hasMessageContaining("UTF-16");
        refusal("A whole sentence.".getBytes(StandardCharsets.UTF_16LE)).hasMessageContaining("UTF-16");
    }

    @Test
    void hugeFileIsRefusedUnread() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("a.txt").toFile(), "rw")) {
            // Sparse: whoever tried to read it whole into memory would fail.
            huge.setLength(50_000_000_000L);
        }

        assertThatThrownBy(only()::read)
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("larger than 5 MB");
    }

    @Test
    void fileOfFiveMegabytesIsReadAndOneByteMoreIsNot() throws IOException {
        byte[] text = "a".repeat(DocumentFile.MAX_BYTES).getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("a.txt"), text);
        assertThat(only().read().size()).isEqualTo(1);

        Files.writeString(folder.resolve("a.txt"), "a".repeat(DocumentFile.MAX_BYTES + 1));
        assertThatThrownBy(only()::read).hasMessageContaining("larger than 5 MB");
    }

    @Test
    void fileOfTooManyLinesIsRefused() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "x\n".repeat(DocumentFile.MAX_BYTES / 2));

        assertThatThrownBy(only()::read).hasMessageContaining("more than 100000 lines");
    }

    @Test
    void linkOutOfTheFolderIsNotFollowed() throws IOException {
        Files.writeString(outside.resolve("secret.txt"), "nobody's business");
        Files.createSymbolicLink(folder.resolve("a.txt"), outside.resolve("secret.txt"));

        assertThatThrownBy(only()::read).hasMessageContaining("out of the folder");
    }

    @Test
    void linkThroughAFolderThatLeadsOutIsNotFollowed() throws IOException {
        Files.createDirectory(outside.resolve("other"));
        Files.createSymbolicLink(folder.resolve("a.txt"), outside.resolve("other"));

        assertThatThrownBy(only()::read).hasMessageContaining("out of the folder");
    }

    @Test
    void linkWithinTheFolderIsFollowed() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one line");
        Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("a.txt"));

        assertThat(new DocumentFolder(folder).files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.read().size()).isEqualTo(1));
    }

    @Test
    void brokenLinkAndFolderAndPipeAreSaid() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("a.txt"), Path.of("nowhere"));
        assertThatThrownBy(only()::read).hasMessageContaining("leads nowhere");
        Files.delete(link);

        Path inner = Files.createDirectory(folder.resolve("a.txt"));
        assertThatThrownBy(only()::read).hasMessageStartingWith("a folder");
        Files.delete(inner);

        int made = new ProcessBuilder("mkfifo", folder.resolve("a.txt").toString())
                .start()
                .waitFor();
        assumeThat(made).isZero();
        assertThatThrownBy(only()::read).hasMessage("no ordinary file");
    }

    @Test
    void fileThatMayNotBeReadIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("this account reads everything").isFalse();

        assertThatThrownBy(only()::read).hasMessageContaining("not readable");
    }

    @Test
    void nameOfAFileForgesNoLine() throws IOException {
        Files.writeString(folder.resolve("a\nsource x: installed\u001b[2J"), "text");

        assertThat(only().name()).isEqualTo("a?source x: installed?[2J");
    }

    @Test
    void hiddenFilesAreNoDocuments() throws IOException {
        Files.writeString(folder.resolve(".keep"), "");

        assertThat(new DocumentFolder(folder).files()).isEmpty();
    }

    @Test
    void folderOfTooManyFilesWasNamedByMistake() throws IOException {
        for (int i = 0; i <= DocumentFolder.MAX_FILES; i++) {
            Files.writeString(folder.resolve("f" + i), "text");
        }

        assertThatThrownBy(new DocumentFolder(folder)::files).hasMessageContaining("more than 200 files");
    }

    @Test
    void missingFolderIsSaid() {
        assertThatThrownBy(new DocumentFolder(folder.resolve("none"))::files)
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessage("there is no such folder");
    }
}
