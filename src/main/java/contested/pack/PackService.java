package contested.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import contested.pack.PackFiles.Contents;
import contested.pack.PackFiles.Manifest;
import contested.passage.EditorNote;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.passage.PassageService;
import contested.passage.PassageWording;
import contested.passage.Quote;
import contested.passage.Span;
import contested.passage.Voice;
import contested.question.Position;
import contested.question.PositionWording;
import contested.question.Question;
import contested.question.QuestionRepository;
import contested.question.QuestionWording;
import contested.question.Term;
import contested.question.Theme;
import contested.shared.ContentVersions;
import contested.shared.Provenance;
import contested.shared.Slug;
import contested.source.CatalogueEntry;
import contested.source.Source;
import contested.source.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Loads packs: all of one in one transaction, or nothing. */
@ApplicationScoped
@Transactional
public class PackService {

    @Inject
    private PackRepository packs;

    @Inject
    private SourceRepository sources;

    @Inject
    private QuestionRepository questions;

    @Inject
    private PassageRepository passages;

    @Inject
    private PassageService resolving;

    @Inject
    private ContentVersions versions;

    @Inject
    private Clock clock;

    /** The packs of this portal, the featured one first. */
    public List<Pack> loaded() {
        return packs.all();
    }

    /** Loads several packs in their order, all of them or none: see {@link #load}. */
    public List<PackReport> loadAll(List<Contents> all) {
        return all.stream().map(this::load).toList();
    }

    /**
     * Brings the catalogue to what the pack says. Unchanged items are not touched; changed ones are updated unless an
     * editor has changed them here; items that the pack dropped are retired, again unless edited.
     *
     * @throws BrokenPackException When the pack says something else than before under the same version.
     */
    public PackReport load(Contents contents) {
        Manifest manifest = contents.manifest();
        PackReport report = new PackReport(manifest.id(), manifest.version());
        String digest = digest(List.of(manifest, contents.sources(), contents.questions()));
        Optional<Pack> before = packs.find(manifest.id());
        if (before.isPresent() && before.get().version() > manifest.version()) {
            report.ignoredFor(before.get().version());
            return report;
        }
        if (before.isPresent() && before.get().version() == manifest.version()) {
            if (!before.get().digest().equals(digest)) {
                throw new BrokenPackException(
                        manifest.id() + "/pack.json",
                        "/version",
                        "version " + manifest.version() + " is loaded already and said something else",
                        "a version above " + manifest.version());
            }
            return report;
        }
        new Loading(contents, report).run();
        Pack pack = before.orElseGet(() -> new Pack(manifest.id(), clock.instant()));
        pack.loaded(manifest.version(), digest, manifest.title(), manifest.description(), clock.instant());
        if (before.isEmpty()) {
            packs.add(pack);
        }
        versions.raise();
        return report;
    }

    private static String digest(Object what) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(PackReader.JSON.writeValueAsBytes(what)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("what was read as JSON can be written as JSON", e);
        }
    }

    /** One loading of one pack: what is there, what the pack says, and the report of what was done about it. */
    private final class Loading {

        private final Contents contents;
        private final PackReport report;
        private final String id;
        private final Map<String, Source> knownSources = new HashMap<>();
        private final Map<String, Question> knownQuestions = new HashMap<>();
        private final Map<String, Passage> knownPassages = new HashMap<>();
        private final Map<String, Theme> themes = new HashMap<>();
        private final Set<Source> touched = new HashSet<>();

        Loading(Contents contents, PackReport report) {
            this.contents = contents;
            this.report = report;
            this.id = contents.manifest().id();
        }

        void run() {
            sources.ofPack(id).forEach(s -> knownSources.put(s.slug().value(), s));
            questions.ofPack(id).forEach(q -> knownQuestions.put(q.slug().value(), q));
            passages.ofPack(id).forEach(p -> knownPassages.put(p.slug().value(), p));
            loadThemes();
            for (int i = 0; i < contents.sources().size(); i++) {
                loadSource(contents.sources().get(i), i + 1);
            }
            for (int i = 0; i < contents.questions().size(); i++) {
                loadQuestion(contents.questions().get(i), i + 1);
            }
            retireWhatIsGone();
            touched.forEach(resolving::resolvePassagesOf);
        }

        private void loadThemes() {
            for (int i = 0; i < contents.manifest().themes().size(); i++) {
                PackFiles.ThemeEntry entry = contents.manifest().themes().get(i);
                Slug slug = new Slug(entry.id());
                Theme theme = questions.findTheme(slug).orElseGet(() -> {
                    Theme first = new Theme(slug, id);
                    questions.add(first);
                    return first;
                });
                if (theme.isOfPack(id)) {
                    theme.head(i + 1, entry.title());
                }
                themes.put(entry.id(), theme);
            }
        }

        private void loadSource(PackFiles.SourceFile file, int place) {
            Provenance from = Provenance.of(id, digest(List.of(place, file)));
            CatalogueEntry entry = new CatalogueEntry(
                    place,
                    file.code(),
                    file.title(),
                    file.shortName(),
                    file.publisher(),
                    file.publisherType(),
                    file.genre(),
                    file.byline(),
                    file.publishedOn(),
                    file.language(),
                    file.address(),
                    file.note(),
                    file.paragraphs());
            String item = "source " + file.slug();
            Source known = knownSources.get(file.slug());
            if (known == null) {
                requireFree(
                        sources.find(new Slug(file.slug())).map(Source::provenance),
                        PackFiles.sourceName(file.slug()),
                        "/slug",
                        file.slug());
                Source added = new Source(new Slug(file.slug()), entry, from);
                sources.add(added);
                knownSources.put(file.slug(), added);
                report.added(item);
            } else if (mayUpdate(known.provenance(), known.isRetired(), from, item)) {
                known.catalogueAs(entry, from);
                touched.add(known);
            }
        }

        private void loadQuestion(PackFiles.QuestionFile file, int number) {
            Provenance from = Provenance.of(id, digest(List.of(number, file.withoutPassages())));
            String item = "question " + file.slug();
            Question question = knownQuestions.get(file.slug());
            if (question == null) {
                requireFree(
                        questions.find(new Slug(file.slug())).map(Question::provenance),
                        PackFiles.questionName(file.slug()),
                        "/slug",
                        file.slug());
                question = new Question(new Slug(file.slug()), wording(file, number), from);
                questions.add(question);
                knownQuestions.put(file.slug(), question);
                writeNotes(question, file);
                report.added(item);
            } else if (mayUpdate(question.provenance(), question.isRetired(), from, item)) {
                freePositionsMissingIn(file, question);
                question.word(wording(file, number), from);
                passages.removeNotesOn(question);
                writeNotes(question, file);
            }
            for (int i = 0; i < file.passages().size(); i++) {
                loadPassage(question, file.passages().get(i), i);
            }
        }

        /** Two packs cannot call different things by one name: addresses are made of it. */
        private void requireFree(Optional<Provenance> holder, String file, String pointer, String slug) {
            holder.ifPresent(h -> {
                throw new BrokenPackException(
                        id + "/" + file,
                        pointer,
                        slug + " is used by the pack " + h.pack() + " already",
                        "a name that no other pack uses");
            });
        }

        /** Passages let go first: a query may write all this down before they are worded or retired themselves. */
        private void freePositionsMissingIn(PackFiles.QuestionFile file, Question question) {
            for (Passage passage : knownPassages.values()) {
                passage.position()
                        .filter(p -> p.question().equals(question))
                        .filter(p -> file.positions().stream().noneMatch(entry -> entry.slot() == p.slot()))
                        .ifPresent(p -> passage.leavePosition());
            }
        }

        private QuestionWording wording(PackFiles.QuestionFile file, int number) {
            return new QuestionWording(
                    number,
                    themes.get(file.theme()),
                    file.title(),
                    file.dek(),
                    file.framing(),
                    file.missingVoices(),
                    file.affected(),
                    file.terms().stream()
                            .map(t -> new Term(t.word(), t.meaning()))
                            .toList(),
                    file.positions().stream()
                            .map(p -> new PositionWording(p.slot(), p.label(), p.statement()))
                            .toList());
        }

        private void writeNotes(Question question, PackFiles.QuestionFile file) {
            for (int i = 0; i < file.notes().size(); i++) {
                PackFiles.NoteEntry note = file.notes().get(i);
                Source about = note.source() == null ? null : knownSources.get(note.source());
                passages.add(new EditorNote(question, i + 1, note.kind(), about, note.paragraph(), note.text()));
            }
        }

        private void loadPassage(Question question, PackFiles.PassageEntry entry, int index) {
            int rank = index + 1;
            Provenance from = Provenance.of(id, digest(List.of(question.slug().value(), rank, entry)));
            String item = "passage " + entry.id();
            Passage known = knownPassages.get(entry.id());
            if (entry.position() != null && question.position(entry.position()).isEmpty()) {
                // An editor has changed the question here, so that it lacks the position which the pack adds.
                report.kept(item);
                return;
            }
            if (known == null) {
                requireFree(
                        passages.find(new Slug(entry.id())).map(Passage::provenance),
                        PackFiles.questionName(question.slug().value()),
                        "/passages/" + index + "/id",
                        entry.id());
                Passage added = new Passage(new Slug(entry.id()), wording(question, entry, rank), from);
                passages.add(added);
                touched.add(added.source());
                report.added(item);
            } else if (mayUpdate(known.provenance(), known.isRetired(), from, item)) {
                known.word(wording(question, entry, rank), from);
                touched.add(known.source());
            }
        }

        private PassageWording wording(Question question, PackFiles.PassageEntry entry, int rank) {
            Position position = entry.position() == null
                    ? null
                    : question.position(entry.position()).orElse(null);
            return new PassageWording(
                    rank,
                    knownSources.get(entry.source()),
                    question,
                    position,
                    entry.relation(),
                    entry.explicit(),
                    new Span(
                            entry.paragraph(),
                            entry.selector().start(),
                            entry.selector().end()),
                    entry.phrase().start(),
                    new Quote(
                            entry.phrase().exact(),
                            entry.phrase().prefix(),
                            entry.phrase().suffix()),
                    new Voice(entry.voice().kind(), entry.voice().name()),
                    entry.gist());
        }

        private boolean mayUpdate(Provenance is, boolean retired, Provenance from, String item) {
            if (!retired && is.hasDigest(Objects.requireNonNull(from.digest()))) {
                return false;
            }
            if (is.isEdited()) {
                report.kept(item);
                return false;
            }
            report.updated(item);
            return true;
        }

        private void retireWhatIsGone() {
            Set<String> said = new HashSet<>();
            contents.sources().forEach(s -> said.add("source " + s.slug()));
            contents.questions().forEach(q -> {
                said.add("question " + q.slug());
                q.passages().forEach(p -> said.add("passage " + p.id()));
            });
            knownSources.forEach((slug, s) ->
                    retire(said, "source " + slug, s.isRetired(), s.provenance(), () -> s.retire(clock.instant())));
            knownQuestions.forEach((slug, q) ->
                    retire(said, "question " + slug, q.isRetired(), q.provenance(), () -> q.retire(clock.instant())));
            knownPassages.forEach((slug, p) ->
                    retire(said, "passage " + slug, p.isRetired(), p.provenance(), () -> p.retire(clock.instant())));
        }

        private void retire(Set<String> said, String item, boolean already, Provenance is, Runnable act) {
            if (said.contains(item) || already) {
                return;
            }
            if (is.isEdited()) {
                report.kept(item);
            } else {
                act.run();
                report.retired(item);
            }
        }
    }
}
