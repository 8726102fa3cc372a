package contested.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contested.support.PackFolder;
import contested.support.SampleDebate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken pack is refused with its file, the place in it, what is wrong there and what was expected. */
class PackReaderTest {

    private static final String PHONES = "questions/phones-at-school.json";
    private static final String GAZETTE = "sources/gazette.json";

    @TempDir
    Path folder;

    @Test
    void aWholePackIsReadAsItSays() {
        PackFiles.Contents contents = SampleDebate.pack(folder).read();

        assertThat(contents.manifest().id()).isEqualTo("lakeside");
        assertThat(contents.sources()).hasSize(3);
        assertThat(contents.questions()).hasSize(3);
        assertThat(contents.questions().get(0).passages()).hasSize(9);
        assertThat(contents.coverage()).hasSize(9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBrokenPackIsRefused(
            String fault, Consumer<PackFolder> breaking, String file, String pointer, String wrong, String expected) {
        PackFolder pack = SampleDebate.pack(folder);
        breaking.accept(pack);

        Throwable refusal = catchThrowable(pack::read);

        assertThat(refusal).isInstanceOf(BrokenPackException.class);
        assertThat(refusal.getMessage())
                .startsWith("pack file lakeside/" + file + (pointer.isEmpty() ? ":" : " at " + pointer + ":"))
                .contains(wrong)
                .containsPattern("; expected .*" + java.util.regex.Pattern.quote(expected))
                .doesNotContain("\n")
                .hasSizeLessThan(600);
    }

    static Stream<Arguments> aBrokenPackIsRefused() {
        return Stream.of(
                broken("no manifest", p -> p.delete("pack.json"), "pack.json", "", "no such file", "JSON file"),
                broken("no source", p -> p.delete(GAZETTE), GAZETTE, "", "no such file", "JSON file"),
                broken("no question", p -> p.delete(PHONES), PHONES, "", "no such file", "JSON file"),
                broken(
                        "no JSON",
                        p -> p.write(GAZETTE, "{\n  \"slug\" gazette\n}"),
                        GAZETTE,
                        "",
                        "line 2, column",
                        "JSON in UTF-8"),
                broken(
                        "cut off",
                        p -> p.write(GAZETTE, "{\"slug\": \"gaz"),
                        GAZETTE,
                        "",
                        "line 1, column",
                        "JSON in UTF-8"),
                broken(
                        "something behind",
                        p -> p.write(GAZETTE, p.text(GAZETTE) + "{}"),
                        GAZETTE,
                        "",
                        "line ",
                        "JSON in UTF-8"),
                broken(
                        "a name twice",
                        p -> p.write(GAZETTE, p.text(GAZETTE).replaceFirst("\\{", "{\"slug\": \"x\",")),
                        GAZETTE,
                        "",
                        "Duplicate field",
                        "JSON in UTF-8"),
                broken("empty", p -> p.write("pack.json", ""), "pack.json", "", "empty", "one JSON value"),
                broken(
                        "not UTF-8",
                        p -> p.write(
                                GAZETTE,
                                p.text(GAZETTE).replace("Louder", "Läuter").getBytes(StandardCharsets.ISO_8859_1)),
                        GAZETTE,
                        "",
                        "line ",
                        "JSON in UTF-8"),
                broken(
                        "binary",
                        p -> p.write(GAZETTE, new byte[] {0, 1, 2, 3, (byte) 0xff}),
                        GAZETTE,
                        "",
                        "line ",
                        "JSON in UTF-8"),
                broken("a list", p -> p.write("pack.json", "[]"), "pack.json", "", "array", "object"),
                broken(
                        "too deep",
                        p -> p.write("pack.json", "[".repeat(100_000)),
                        "pack.json",
                        "",
                        "nesting depth",
                        "JSON in UTF-8"),
                broken(
                        "a text for a number",
                        p -> p.edit("pack.json", m -> m.put("version", "1")),
                        "pack.json",
                        "/version",
                        "string",
                        "integer"),
                broken(
                        "a half number",
                        p -> p.edit("pack.json", m -> m.put("version", 1.5)),
                        "pack.json",
                        "/version",
                        "number",
                        "integer"),
                broken(
                        "a huge number",
                        p -> p.edit("pack.json", m -> m.put("version", 99_999_999_999L)),
                        "pack.json",
                        "/version",
                        "maximum value",
                        "2000000000"),
                broken(
                        "a text too long for its column",
                        p -> p.edit(PHONES, q -> ((ObjectNode) q.at("/positions/0/label")).put("vi", "x".repeat(101))),
                        PHONES,
                        "/positions/0/label/vi",
                        "100",
                        "100"),
                broken(
                        "a theme twice",
                        p -> p.edit("pack.json", m -> ((ArrayNode) m.get("themes"))
                                .add(m.get("themes").get(0).deepCopy())),
                        "pack.json",
                        "/themes/1/id",
                        "school again",
                        "each theme once"),
                broken(
                        "another format",
                        p -> p.edit("pack.json", m -> m.put("format", "contested-pack/9")),
                        "pack.json",
                        "/format",
                        "",
                        "contested-pack/1"),
                broken(
                        "an unknown field",
                        p -> p.edit(PHONES, q -> q.put("opinion", "x")),
                        PHONES,
                        "",
                        "'opinion' is not defined",
                        "false"),
                broken(
                        "a missing field",
                        p -> p.edit(PHONES, q -> q.remove("framing")),
                        PHONES,
                        "",
                        "framing",
                        "required"),
                broken(
                        "no language at all",
                        p -> p.edit(PHONES, q -> q.set("title", both(null, null))),
                        PHONES,
                        "/title/en",
                        "null",
                        "string"),
                broken(
                        "an unknown relation",
                        p -> passage(p, e -> e.put("relation", "loves")),
                        PHONES,
                        "/passages/0/relation",
                        "",
                        "supports"),
                broken(
                        "an unknown slot",
                        p -> passage(p, e -> e.put("position", "maybe")),
                        PHONES,
                        "/passages/0/position",
                        "",
                        ""),
                broken(
                        "one position",
                        p -> p.edit(PHONES, q -> ((ArrayNode) q.get("positions"))
                                        .remove(0)
                                        .isNull())
                                .edit(PHONES, q -> ((ArrayNode) q.get("positions")).remove(0)),
                        PHONES,
                        "/positions",
                        "at least 2",
                        "2"),
                broken(
                        "an unknown source",
                        p -> passage(p, e -> e.put("source", "nobody")),
                        PHONES,
                        "/passages/0/source",
                        "nobody",
                        "one of the pack's sources"),
                broken(
                        "an unknown source of a note",
                        p -> p.edit(PHONES, q -> ((ObjectNode) q.get("notes").get(0)).put("source", "nobody")),
                        PHONES,
                        "/notes/0/source",
                        "nobody",
                        "one of the pack's sources"),
                broken(
                        "a note beyond the source",
                        p -> p.edit(PHONES, q -> ((ObjectNode) q.get("notes").get(0)).put("paragraph", 99)),
                        PHONES,
                        "/notes/0/paragraph",
                        "paragraph 99",
                        "at most 4"),
                broken(
                        "an unknown theme",
                        p -> p.edit(PHONES, q -> q.put("theme", "weather")),
                        PHONES,
                        "/theme",
                        "weather",
                        "one of the pack's themes"),
                broken(
                        "a position that the question lacks",
                        p -> passage(p, e -> e.put("position", "other")),
                        PHONES,
                        "/passages/0/position",
                        "OTHER",
                        "one of"),
                broken(
                        "support for nothing",
                        p -> passage(p, e -> e.putNull("position")),
                        PHONES,
                        "/passages/0/position",
                        "no position",
                        "SUPPORTS"),
                broken(
                        "a paragraph beyond the source",
                        p -> passage(p, e -> e.put("paragraph", 5)),
                        PHONES,
                        "/passages/0/paragraph",
                        "paragraph 5",
                        "at most 4"),
                broken(
                        "paragraph zero",
                        p -> passage(p, e -> e.put("paragraph", 0)),
                        PHONES,
                        "/passages/0/paragraph",
                        "minimum",
                        "1"),
                broken(
                        "a selector beyond the paragraph",
                        p -> selector(p, 0, 9999),
                        PHONES,
                        "/passages/0/selector",
                        "0 to 9999",
                        "a stretch within 0 to"),
                broken(
                        "a selector back to front",
                        p -> selector(p, 40, 20),
                        PHONES,
                        "/passages/0/selector",
                        "40 to 20",
                        "a stretch within"),
                broken(
                        "a phrase outside of its passage",
                        p -> passage(p, e -> ((ObjectNode) e.get("phrase")).put("start", 0)),
                        PHONES,
                        "/passages/0/phrase",
                        "a phrase at 0",
                        "one within the passage"),
                broken(
                        "a passage's id twice",
                        p -> p.edit(PHONES, q -> ((ObjectNode) q.get("passages").get(1)).put("id", "gazette-1a")),
                        PHONES,
                        "/passages/1/id",
                        "gazette-1a again",
                        "used once"),
                broken(
                        "a passage's id in two questions",
                        p -> p.edit(
                                "questions/less-homework.json",
                                q -> ((ObjectNode) q.get("passages").get(0)).put("id", "gazette-1a")),
                        "questions/less-homework.json",
                        "/passages/0/id",
                        "gazette-1a again",
                        "used once"),
                broken(
                        "a slot twice",
                        p -> p.edit(
                                PHONES, q -> ((ObjectNode) q.get("positions").get(1)).put("slot", "yes")),
                        PHONES,
                        "/positions/1/slot",
                        "YES again",
                        "each slot once"),
                broken(
                        "a source twice",
                        p -> p.edit("pack.json", m -> m.withArray("sources").add("gazette")),
                        "pack.json",
                        "/sources/3",
                        "gazette again",
                        "each source once"),
                broken(
                        "a question twice",
                        p -> p.edit("pack.json", m -> m.withArray("questions").add("phones-at-school")),
                        "pack.json",
                        "/questions/3",
                        "phones-at-school again",
                        "each question once"),
                broken(
                        "another name than its file's",
                        p -> p.edit(PHONES, q -> q.put("slug", "phones")),
                        PHONES,
                        "/slug",
                        "phones",
                        "phones-at-school"),
                broken(
                        "no such day",
                        p -> p.edit(GAZETTE, s -> s.put("publishedOn", "2026-02-30")),
                        GAZETTE,
                        "/publishedOn",
                        "2026-02-30",
                        "values as in the schema"),
                broken(
                        "a way out of the folder",
                        p -> p.edit("pack.json", m -> m.withArray("sources").add("../../secret")),
                        "pack.json",
                        "/sources/3",
                        "pattern",
                        "[a-z0-9]"),
                broken(
                        "a script for an address",
                        p -> p.edit(GAZETTE, s -> s.put("address", "javascript:alert(1)")),
                        GAZETTE,
                        "/address",
                        "pattern",
                        "https?"),
                broken(
                        "a fingerprint that is none",
                        p -> p.edit(
                                GAZETTE, s -> ((ObjectNode) s.get("paragraphs").get(0)).put("fingerprint", "abc")),
                        GAZETTE,
                        "/paragraphs/0/fingerprint",
                        "pattern",
                        "0-9a-f"));
    }

    private static Arguments broken(
            String fault, Consumer<PackFolder> breaking, String file, String pointer, String wrong, String expected) {
        return arguments(fault, breaking, file, pointer, wrong, expected);
    }

    private static ObjectNode both(
            @org.jspecify.annotations.Nullable String en, @org.jspecify.annotations.Nullable String vi) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("en", en)
                .put("vi", vi);
    }

    private static void passage(PackFolder pack, Consumer<ObjectNode> change) {
        pack.edit(PHONES, q -> change.accept((ObjectNode) q.get("passages").get(0)));
    }

    private static void selector(PackFolder pack, int start, int end) {
        passage(pack, e -> ((ObjectNode) e.get("selector")).put("start", start).put("end", end));
    }
}
