package contested.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contested.shared.Slug;
import contested.source.ParagraphText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A debate at an invented school, written for tests: three documents, three questions, every relation. One question has
 * evidence from different publishers, one from a single publisher, one has none.
 */
public final class SampleDebate {

    /** Evidence on each position, in each relation, from all three sources. */
    public static final Slug PHONES = new Slug("phones-at-school");

    /** One passage, from one publisher. */
    public static final Slug HOMEWORK = new Slug("less-homework");

    /** Four positions, no passage. */
    public static final Slug UNIFORMS = new Slug("who-chooses-uniforms");

    public static final Slug GAZETTE = new Slug("gazette");
    public static final Slug COUNCIL = new Slug("pupils-council");
    public static final Slug OFFICE = new Slug("school-office");

    /** A passage that supports a position, in the gazette. */
    public static final Slug PASSAGE = new Slug("gazette-1a");

    private static final Map<Slug, List<String>> PARAGRAPHS = paragraphs();

    private SampleDebate() {}

    private static Map<Slug, List<String>> paragraphs() {
        Map<Slug, List<String>> all = new LinkedHashMap<>();
        all.put(
                GAZETTE,
                List.of(
                        "Since the boxes came, breaks at Lakeside are loud again. Teachers count fewer quarrels and more ball games. 📱 A phone in a box rings for nobody.",
                        "Some parents told us that a ban treats every pupil as a suspect. We do not share that view.",
                        "Could a rule work that pupils write themselves?",
                        "The lake was frozen on the day of our visit."));
        all.put(
                COUNCIL,
                List.of(
                        "A pupil whose bus is late must be able to call home. That is why we voted against the boxes.",
                        "With a timetable for phones, both sides could live. We would accept one if teachers keep it too.",
                        "Học sinh cũng cần được hỏi ý kiến trước khi nhà trường đổi nội quy."));
        all.put(
                OFFICE,
                List.of(
                        "From Monday on, phones stay in the boxes at the entrance between eight and three.",
                        "Homework is given on three days of the week. On the others, evenings belong to families."));
        return all;
    }

    /** The pack in a new folder below {@code parent}, in version 1. */
    public static PackFolder pack(Path parent) {
        PackFolder pack = new PackFolder(parent.resolve("lakeside"));
        ObjectNode manifest = object();
        manifest.put("format", "contested-pack/1").put("id", "lakeside").put("version", 1);
        manifest.set("title", both("A debate at Lakeside", "Tranh luận ở trường Ven Hồ"));
        manifest.set("description", both("Written for tests.", "Viết để kiểm thử."));
        ObjectNode theme = manifest.putArray("themes").addObject().put("id", "school");
        theme.set("title", both("Life at school", "Đời sống học đường"));
        ArrayNode sources = manifest.putArray("sources");
        PARAGRAPHS.keySet().forEach(slug -> sources.add(slug.value()));
        ArrayNode questions = manifest.putArray("questions");
        List.of(PHONES, HOMEWORK, UNIFORMS).forEach(slug -> questions.add(slug.value()));
        pack.write("pack.json", manifest);
        writeSources(pack);
        List<ObjectNode> all = List.of(phones(), homework(), uniforms());
        all.forEach(question -> pack.write("questions/" + question.get("slug").asText() + ".json", question));
        pack.write("coverage.json", coverage(all));
        return pack;
    }

    /** The pack with exactly that many passages on {@link #PHONES}, all in the gazette's first paragraph. */
    public static PackFolder packWith(int passages, Path parent) {
        PackFolder pack = pack(parent);
        pack.edit("questions/" + PHONES + ".json", question -> {
            ArrayNode all = question.putArray("passages");
            for (int i = 0; i < passages; i++) {
                all.add(passage(
                        "many-" + i,
                        GAZETTE,
                        1,
                        "breaks at Lakeside are loud again",
                        "loud again",
                        "supports",
                        i % 2 == 0 ? "yes" : "no"));
            }
        });
        return pack.delete("coverage.json");
    }

    /** The documents as an operator gets them: saved pages in plain text, with lines that are no body. */
    public static Path documents(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Slug, List<String>> document : PARAGRAPHS.entrySet()) {
                String page = "Lakeside | Start | Contact\n\nPhoto: the entrance hall\n\n"
                        + String.join("\n\n", document.getValue())
                        + "\n\nMore from Lakeside\n";
                Files.writeString(folder.resolve(document.getKey() + ".txt"), page);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of a document, paragraph by paragraph. */
    public static List<String> body(Slug source) {
        return PARAGRAPHS.getOrDefault(source, List.of());
    }

    private static void writeSources(PackFolder pack) {
        writeSource(
                pack,
                GAZETTE,
                "GAZ",
                "Louder breaks at Lakeside",
                "The Lakeside Gazette",
                "news_agency",
                "2026-01-12",
                "A. Reporter");
        writeSource(
                pack, COUNCIL, "PC", "What the pupils’ council says", "Pupils’ council of Lakeside", "ngo", null, null);
        writeSource(
                pack,
                OFFICE,
                "OFF",
                "Notice to all families",
                "School office",
                "government_portal",
                "2026-01-05",
                null);
        pack.edit(
                "sources/" + COUNCIL + ".json",
                source -> source.put("address", "https://council.lakeside.example/phones"));
    }

    private static void writeSource(
            PackFolder pack,
            Slug slug,
            String code,
            String title,
            String publisher,
            String type,
            @Nullable String day,
            @Nullable String byline) {
        ObjectNode source = object().put("slug", slug.value()).put("code", code).put("title", title);
        source.set("shortName", both(publisher, publisher + " (VI)"));
        source.put("publisher", publisher).put("publisherType", type);
        source.set("genre", both("notice", "thông báo"));
        source.put("byline", byline)
                .put("publishedOn", day)
                .put("language", "en")
                .putNull("address")
                .putNull("note");
        ArrayNode paragraphs = source.putArray("paragraphs");
        for (String paragraph : body(slug)) {
            ParagraphText text = new ParagraphText(paragraph);
            paragraphs
                    .addObject()
                    .put("fingerprint", text.fingerprint())
                    .put("sketch", text.sketch())
                    .put("length", text.length());
        }
        pack.write("sources/" + slug + ".json", source);
    }

    private static ObjectNode phones() {
        ObjectNode question =
                question(PHONES, "Should phones stay out of school?", "Có nên để điện thoại ngoài trường học?");
        position(
                question,
                "yes",
                "Yes",
                "Có",
                "School is better when phones wait outside.",
                "Trường học tốt hơn khi để điện thoại bên ngoài.");
        position(
                question,
                "depends",
                "It depends",
                "Còn tuỳ",
                "What counts is the rule and who may write it.",
                "Quan trọng là quy định và ai được viết ra nó.");
        position(
                question,
                "no",
                "No",
                "Không",
                "Pupils need their phones and may keep them.",
                "Học sinh cần điện thoại và được phép giữ lại.");
        ObjectNode note = question.withArray("notes").addObject();
        note.put("kind", "check").put("source", GAZETTE.value()).put("paragraph", 1);
        note.set("text", both("The number of quarrels is not given.", "Số vụ cãi nhau không được nêu."));
        ArrayNode passages = question.withArray("passages");
        passages.add(passage(
                "gazette-1a", GAZETTE, 1, "breaks at Lakeside are loud again", "loud again", "supports", "yes"));
        passages.add(passage(
                "gazette-1b",
                GAZETTE,
                1,
                "A phone in a box rings for nobody.",
                "rings for nobody",
                "qualifies",
                "yes"));
        passages.add(passage(
                "gazette-2a",
                GAZETTE,
                2,
                "a ban treats every pupil as a suspect",
                "every pupil as a suspect",
                "reports",
                "no"));
        passages.add(passage(
                "gazette-3a",
                GAZETTE,
                3,
                "Could a rule work that pupils write themselves?",
                "pupils write themselves",
                "raises",
                null));
        passages.add(passage(
                "pupils-council-1a",
                COUNCIL,
                1,
                "A pupil whose bus is late must be able to call home.",
                "able to call home",
                "supports",
                "no"));
        passages.add(passage(
                "pupils-council-1b",
                COUNCIL,
                1,
                "we voted against the boxes",
                "against the boxes",
                "challenges",
                "yes"));
        passages.add(passage(
                "pupils-council-2a",
                COUNCIL,
                2,
                "With a timetable for phones, both sides could live.",
                "a timetable for phones",
                "supports",
                "depends"));
        passages.add(passage(
                "pupils-council-3a",
                COUNCIL,
                3,
                "Học sinh cũng cần được hỏi ý kiến",
                "được hỏi ý kiến",
                "context",
                null));
        passages.add(passage(
                "school-office-1a",
                OFFICE,
                1,
                "phones stay in the boxes at the entrance",
                "boxes at the entrance",
                "context",
                null));
        return question;
    }

    private static ObjectNode homework() {
        ObjectNode question = question(HOMEWORK, "Is there too much homework?", "Có phải bài tập về nhà quá nhiều?");
        position(
                question,
                "yes",
                "Yes",
                "Có",
                "Evenings belong to families and to friends.",
                "Buổi tối là dành cho gia đình và bạn bè.");
        position(
                question,
                "no",
                "No",
                "Không",
                "Three days of homework a week are enough.",
                "Ba ngày bài tập mỗi tuần là vừa đủ rồi.");
        question.withArray("passages")
                .add(passage(
                        "school-office-2a",
                        OFFICE,
                        2,
                        "evenings belong to families",
                        "belong to families",
                        "supports",
                        "yes"));
        return question;
    }

    private static ObjectNode uniforms() {
        ObjectNode question = question(UNIFORMS, "Who should choose the uniforms?", "Ai nên chọn đồng phục?");
        position(
                question,
                "yes",
                "Pupils",
                "Học sinh",
                "Those who wear them should choose them.",
                "Người mặc nên là người được lựa chọn.");
        position(
                question,
                "depends",
                "Together",
                "Cùng nhau",
                "A council of all should choose together.",
                "Một hội đồng chung nên cùng lựa chọn.");
        position(
                question,
                "no",
                "Teachers",
                "Giáo viên",
                "Teachers should choose for everybody.",
                "Giáo viên nên chọn thay cho mọi người.");
        position(
                question,
                "other",
                "Nobody",
                "Không ai",
                "There should be no uniforms in school.",
                "Không nên có đồng phục ở trường học.");
        return question;
    }

    private static ObjectNode question(Slug slug, String en, String vi) {
        ObjectNode question = object().put("slug", slug.value()).put("theme", "school");
        question.set("title", both(en, vi));
        question.set("dek", both("What is at issue at Lakeside.", "Điều đang tranh luận ở trường Ven Hồ."));
        question.set(
                "framing",
                both(
                        "First what happened.\n\nThen what is asked.",
                        "Trước hết là chuyện đã xảy ra.\n\nSau đó là câu hỏi."));
        question.set("missingVoices", both("The bus drivers.", "Các bác tài xế xe buýt."));
        ArrayNode affected = question.putArray("affected");
        affected.add(both("Pupils who come by bus", "Học sinh đi xe buýt"));
        affected.add(both("Parents at work", "Phụ huynh đang đi làm"));
        ArrayNode terms = question.putArray("terms");
        term(terms, "box", "hộp", "Where phones wait.", "Nơi để điện thoại.");
        term(terms, "break", "giờ ra chơi", "The time between lessons.", "Thời gian giữa các tiết học.");
        question.putArray("positions");
        question.putArray("notes");
        question.putArray("passages");
        return question;
    }

    private static void term(ArrayNode terms, String en, String vi, String meaningEn, String meaningVi) {
        ObjectNode term = terms.addObject();
        term.set("word", both(en, vi));
        term.set("meaning", both(meaningEn, meaningVi));
    }

    private static void position(
            ObjectNode question, String slot, String en, String vi, String statementEn, String statementVi) {
        ObjectNode position = question.withArray("positions").addObject().put("slot", slot);
        position.set("label", both(en, vi));
        position.set("statement", both(statementEn, statementVi));
    }

    private static ObjectNode passage(
            String id,
            Slug source,
            int paragraph,
            String stretch,
            String phrase,
            String relation,
            @Nullable String slot) {
        String text = new ParagraphText(body(source).get(paragraph - 1)).value();
        ObjectNode passage =
                object().put("id", id).put("source", source.value()).put("paragraph", paragraph);
        passage.putObject("selector")
                .put("type", "TextPositionSelector")
                .put("start", place(text, stretch))
                .put("end", place(text, stretch) + stretch.codePointCount(0, stretch.length()));
        passage.putObject("phrase")
                .put("type", "TextQuoteSelector")
                .put("exact", phrase)
                .put("start", place(text, phrase));
        passage.put("relation", relation).put("position", slot).put("explicit", true);
        ObjectNode voice = passage.putObject("voice").put("kind", "outlet");
        voice.set("name", both("the authors", "tác giả"));
        passage.set("gist", both("Gist of " + id + ".", "Tóm ý của " + id + "."));
        return passage;
    }

    /** In code points, as positions in packs are. */
    private static int place(String text, String part) {
        int index = text.indexOf(part);
        if (index < 0) {
            throw new IllegalArgumentException("\"" + part + "\" does not stand in the paragraph");
        }
        return text.codePointCount(0, index);
    }

    private static ArrayNode coverage(List<ObjectNode> questions) {
        ArrayNode rows = PackFolder.JSON.createArrayNode();
        PARAGRAPHS.forEach((source, body) -> {
            for (int number = 1; number <= body.size(); number++) {
                ObjectNode row = rows.addObject().put("source", source.value()).put("paragraph", number);
                ObjectNode passages = row.putObject("passages");
                idsIn(questions, source, number).forEach((question, ids) -> {
                    ArrayNode list = passages.putArray(question);
                    ids.forEach(list::add);
                });
                row.putObject("context");
                row.put("none", "not about it");
            }
        });
        return rows;
    }

    private static Map<String, List<String>> idsIn(List<ObjectNode> questions, Slug source, int number) {
        Map<String, List<String>> ids = new TreeMap<>();
        questions.forEach(question -> question.get("passages").forEach(passage -> {
            if (passage.get("source").asText().equals(source.value())
                    && passage.get("paragraph").asInt() == number) {
                ids.computeIfAbsent(question.get("slug").asText(), q -> new ArrayList<>())
                        .add(passage.get("id").asText());
            }
        }));
        return ids;
    }

    private static ObjectNode both(String en, String vi) {
        return object().put("en", en).put("vi", vi);
    }

    private static ObjectNode object() {
        return PackFolder.JSON.createObjectNode();
    }
}
