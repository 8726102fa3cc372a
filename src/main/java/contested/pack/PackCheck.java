package contested.pack;

import contested.pack.PackFiles.Contents;
import contested.pack.PackFiles.NoteEntry;
import contested.pack.PackFiles.PassageEntry;
import contested.pack.PackFiles.PositionEntry;
import contested.pack.PackFiles.QuestionFile;
import contested.pack.PackFiles.SourceFile;
import contested.question.Slot;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What a JSON Schema cannot say of a pack: that names agree between files and that places lie within their texts. */
final class PackCheck {

    private static final Predicate<String> URI_FORM = text -> {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    };

    private final String folder;
    private final Contents contents;
    private final Map<String, SourceFile> sources = new HashMap<>();

    PackCheck(String folder, Contents contents) {
        this.folder = folder.endsWith("/") ? folder : folder + "/";
        this.contents = contents;
    }

    /** @throws BrokenPackException When something does not fit together; the first thing found. */
    void check() {
        for (int i = 0; i < contents.sources().size(); i++) {
            SourceFile source = contents.sources().get(i);
            String listed = contents.manifest().sources().get(i);
            require(
                    source.slug().equals(listed),
                    PackFiles.sourceName(listed),
                    "/slug",
                    source.slug(),
                    "\"" + listed + "\"");
            require(
                    sources.put(listed, source) == null,
                    "pack.json",
                    "/sources/" + i,
                    listed + " again",
                    "each source once");
        }
        contents.sources().forEach(this::checkAddress);
        Set<String> themes = new HashSet<>();
        for (int i = 0; i < contents.manifest().themes().size(); i++) {
            String theme = contents.manifest().themes().get(i).id();
            require(themes.add(theme), "pack.json", "/themes/" + i + "/id", theme + " again", "each theme once");
        }
        Set<String> questions = new HashSet<>();
        Set<String> passages = new HashSet<>();
        for (int i = 0; i < contents.questions().size(); i++) {
            QuestionFile question = contents.questions().get(i);
            String listed = contents.manifest().questions().get(i);
            String file = PackFiles.questionName(listed);
            require(question.slug().equals(listed), file, "/slug", question.slug(), "\"" + listed + "\"");
            require(questions.add(listed), "pack.json", "/questions/" + i, listed + " again", "each question once");
            require(
                    themes.contains(question.theme()),
                    file,
                    "/theme",
                    question.theme(),
                    "one of the pack's themes " + themes);
            check(question, file, passages);
        }
    }

    private void checkAddress(SourceFile source) {
        if (source.address() != null) {
            boolean readable = URI_FORM.test(source.address());
            require(
                    readable,
                    PackFiles.sourceName(source.slug()),
                    "/address",
                    source.address(),
                    "an address (RFC 3986)");
        }
    }

    private void check(QuestionFile question, String file, Set<String> passages) {
        Set<Slot> slots = new HashSet<>();
        for (int i = 0; i < question.positions().size(); i++) {
            PositionEntry position = question.positions().get(i);
            require(
                    slots.add(position.slot()),
                    file,
                    "/positions/" + i + "/slot",
                    position.slot() + " again",
                    "each slot once");
        }
        for (int i = 0; i < question.notes().size(); i++) {
            check(question.notes().get(i), file, "/notes/" + i);
        }
        for (int i = 0; i < question.passages().size(); i++) {
            PassageEntry passage = question.passages().get(i);
            String at = "/passages/" + i;
            require(
                    passages.add(passage.id()),
                    file,
                    at + "/id",
                    passage.id() + " again",
                    "an id used once in the pack");
            check(passage, file, at, slots);
        }
    }

    private void check(NoteEntry note, String file, String at) {
        if (note.source() == null) {
            require(note.paragraph() == null, file, at + "/paragraph", "a paragraph of no source", "null, or a source");
            return;
        }
        SourceFile source = source(note.source(), file, at);
        Integer paragraph = note.paragraph();
        require(
                paragraph == null || paragraph <= source.paragraphs().size(),
                file,
                at + "/paragraph",
                "paragraph " + paragraph,
                "at most " + source.paragraphs().size());
    }

    private void check(PassageEntry passage, String file, String at, Set<Slot> slots) {
        SourceFile source = source(passage.source(), file, at);
        int count = source.paragraphs().size();
        require(
                passage.paragraph() <= count,
                file,
                at + "/paragraph",
                "paragraph " + passage.paragraph(),
                "at most " + count);
        int length = source.paragraphs().get(passage.paragraph() - 1).length();
        int start = passage.selector().start();
        int end = passage.selector().end();
        require(
                start < end && end <= length,
                file,
                at + "/selector",
                start + " to " + end,
                "a stretch within 0 to " + length);
        int phraseStart = passage.phrase().start();
        int phraseEnd = phraseStart
                + passage.phrase()
                        .exact()
                        .codePointCount(0, passage.phrase().exact().length());
        require(
                start <= phraseStart && phraseEnd <= end,
                file,
                at + "/phrase",
                "a phrase at " + phraseStart + " to " + phraseEnd,
                "one within the passage, " + start + " to " + end);
        Slot position = passage.position();
        require(
                position == null || slots.contains(position),
                file,
                at + "/position",
                String.valueOf(position),
                "one of " + slots);
        require(
                position != null || !passage.relation().takesPosition(),
                file,
                at + "/position",
                "no position",
                "the position that the passage " + passage.relation());
    }

    private SourceFile source(String slug, String file, String at) {
        SourceFile source = sources.get(slug);
        require(source != null, file, at + "/source", slug, "one of the pack's sources " + sources.keySet());
        return Objects.requireNonNull(source);
    }

    private void require(boolean holds, String file, String pointer, String wrong, String expected) {
        if (!holds) {
            throw new BrokenPackException(folder + file, pointer, wrong, expected);
        }
    }
}
