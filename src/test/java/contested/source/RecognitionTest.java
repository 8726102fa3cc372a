package contested.source;

import static org.assertj.core.api.Assertions.assertThat;

import contested.shared.Slug;
import contested.support.SampleDebate;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents are recognised by their paragraphs, whatever happened to their lines. */
class RecognitionTest {

    private static final Slug HARBOUR = new Slug("harbour-letter");

    /** Written for this test. */
    private static final List<String> LETTER = List.of(
            "Dear neighbours, the ferry to the island will sail every hour from April on, on Sundays too.",
            "The council pays for two more crews, and the fare stays as it is until the end of the year.",
            "Whoever needs help on board may ring the pier before noon; somebody will wait at the gate.",
            "We know that the horn is loud. It will be blown twice a day – at six and at nine – and no more.",
            "Cà phê và bánh mì được bán trên tàu, và trẻ em được đi miễn phí vào cuối tuần.");

    private final Recognition recognition = new Recognition(List.of(known(HARBOUR, LETTER)));

    static KnownText known(Slug source, List<String> paragraphs) {
        return new KnownText(
                source,
                paragraphs.stream()
                        .map(ParagraphText::new)
                        .map(p -> new CataloguedParagraph(p.fingerprint(), p.sketch(), p.length()))
                        .toList());
    }

    private List<RecognisedDocument> recognise(String text) {
        return recognition.recognise(DocumentLines.of(text));
    }

    private RecognisedDocument onlyOne(String text) {
        List<RecognisedDocument> documents = recognise(text);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static String saved() {
        return String.join("\n\n", LETTER);
    }

    private void isTheWholeLetter(RecognisedDocument document) {
        assertThat(document.source()).isEqualTo(HARBOUR);
        assertThat(document.same()).isEqualTo(LETTER.size());
        assertThat(document.paragraphs().values().stream().map(ParagraphText::value))
                .containsExactlyElementsOf(LETTER);
    }

    @Test
    void savedFileIsRecognised() {
        isTheWholeLetter(onlyOne(saved()));
    }

    @Test
    void whatIsNoBodyParagraphIsLeftOut() {
        String page =
                "Island News\nHome | Ferries | Contact\n\nPhoto: the pier\n" + LETTER.get(0) + "\nRead also: tides\n"
                        + String.join("\n", LETTER.subList(1, LETTER.size())) + "\nShare\n© Island News";

        isTheWholeLetter(onlyOne(page));
    }

    @Test
    void wrappedLinesAreJoinedAgain() {
        for (int width : new int[] {24, 40, 72}) {
            isTheWholeLetter(
                    onlyOne(LETTER.stream().map(p -> wrapped(p, width, " ")).collect(Collectors.joining("\n\n"))));
        }
    }

    @Test
    void linesWrappedAfterAHyphenAreJoinedWithoutABlank() {
        List<String> text = List.of(
                "A well-known captain of a fast-moving boat spoke to the half-empty hall of the town.",
                "Nobody in the front-most row had heard of him before that long and rainy evening.");
        Recognition hyphens = new Recognition(List.of(known(HARBOUR, text)));

        String wrapped = text.get(0).replace("fast-moving", "fast-\nmoving") + "\n\n" + text.get(1);

        assertThat(hyphens.recognise(DocumentLines.of(wrapped)))
                .singleElement()
                .satisfies(found -> assertThat(found.same()).isEqualTo(2));
    }

    @Test
    void paragraphBrokenByABlankLineIsOneParagraph() {
        isTheWholeLetter(onlyOne(saved().replace("every hour ", "every hour\n\n")));
    }

    @Test
    void textCopiedFromAPageIsTheSameText() {
        String copied = Normalizer.normalize(saved(), Normalizer.Form.NFD)
                .replace(" the ", "\u00a0the\u2009 ")
                .replace("ferry", "fer\u00adry")
                .replace("island", "is\u200bl\u200cand\u200d")
                .replace("council", "\u200ecouncil\u2060\u2069")
                .replace("\n", "\r\n");

        isTheWholeLetter(onlyOne("\ufeff" + copied));
    }

    @Test
    void joinersThatShapeLettersStay() {
        String persian = "می\u200cخواهم";
        String family = "\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(new ParagraphText(persian).value()).isEqualTo(persian);
        assertThat(new ParagraphText(family).value()).isEqualTo(family);
    }

    @Test
    void anyLineEndWillDo() {
        for (String end : new String[] {"\r", "\r\n", "\u2028", "\u2029", "\u0085"}) {
            isTheWholeLetter(onlyOne(String.join(end, LETTER)));
        }
    }

    @Test
    void changedParagraphIsFoundBetweenItsNeighbours() {
        RecognisedDocument found = onlyOne(
                saved().replace("The council pays for two more crews", "The council pays for three more crews"));

        assertThat(found.same()).isEqualTo(LETTER.size() - 1);
        assertThat(found.paragraphs().get(2).value()).startsWith("The council pays for three");
    }

    @Test
    void changedParagraphIsFoundWhenItIsWrappedToo() {
        String changed = LETTER.get(1).replace("two more crews", "three more crews");

        RecognisedDocument found = onlyOne(LETTER.get(0) + "\n" + wrapped(changed, 30, " ") + "\n" + LETTER.get(2));

        assertThat(found.paragraphs().get(2).value()).isEqualTo(changed);
    }

    @Test
    void paragraphThatIsNotThereIsAbsent() {
        RecognisedDocument found =
                onlyOne(LETTER.get(0) + "\n" + LETTER.get(1) + "\nQuite another thing entirely, about"
                        + " a market with apples and cheese and a stall for used books.");

        assertThat(found.paragraphs()).containsOnlyKeys(1, 2);
    }

    @Test
    void oneParagraphAloneIsAQuotation() {
        assertThat(recognise("A reader writes:\n" + LETTER.get(2))).isEmpty();
    }

    @Test
    void sourceOfOneParagraphIsRecognisedByIt() {
        Recognition note = new Recognition(List.of(known(HARBOUR, LETTER.subList(0, 1))));

        assertThat(note.recognise(DocumentLines.of(saved()))).hasSize(1);
    }

    @Test
    void sourceWithoutParagraphsIsNeverRecognised() {
        Recognition empty = new Recognition(List.of(known(HARBOUR, List.of())));

        assertThat(empty.recognise(DocumentLines.of(saved()))).isEmpty();
    }

    @Test
    void unknownDocumentIsNotRecognised() {
        assertThat(recognise(String.join("\n\n", SampleDebate.body(SampleDebate.GAZETTE))))
                .isEmpty();
    }

    @Test
    void twoDocumentsInOneFileAreBothRecognised() {
        Recognition both = new Recognition(
                List.of(known(HARBOUR, LETTER), known(SampleDebate.GAZETTE, SampleDebate.body(SampleDebate.GAZETTE))));

        assertThat(both.recognise(
                        DocumentLines.of(saved() + "\n" + String.join("\n", SampleDebate.body(SampleDebate.GAZETTE)))))
                .extracting(RecognisedDocument::source)
                .containsExactly(HARBOUR, SampleDebate.GAZETTE);
    }

    @Test
    void workOnTheLongestFileIsBounded() {
        String shortLines =
                IntStream.range(0, DocumentLines.MAX_LINES).mapToObj(i -> "x").collect(Collectors.joining("\n"));
        recognise(shortLines);
        // A line of one character goes on to no second one: wrapping does not make such lines.
        assertThat(recognition.hashedLines()).isEqualTo(DocumentLines.MAX_LINES);

        Random random = new Random(7);
        String wrapped = IntStream.range(0, DocumentLines.MAX_LINES)
                .mapToObj(i -> Integer.toString(1_000_000_000 + random.nextInt(1_000_000_000)))
                .collect(Collectors.joining("\n"));
        recognise(saved() + "\n" + wrapped.substring(0, wrapped.length() - 200));
        assertThat(recognition.hashedLines()).isLessThan((long) DocumentLines.MAX_LINES * Recognition.MAX_LINES);
    }

    private static String wrapped(String text, int width, String end) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0) {
                boolean full = column + word.length() > width;
                wrapped.append(full ? end + "\n" : " ");
                column = full ? 0 : column;
            }
            wrapped.append(word);
            column += word.length() + 1;
        }
        return wrapped.toString();
    }
}
