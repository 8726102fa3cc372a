package contested.passage;

import contested.question.Question;
import contested.shared.Slug;
import contested.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and stores passages and editors' notes. */
@ApplicationScoped
public class PassageRepository {

    /** A passage is never shown without its source, question and position, so they come in the same query. */
    private static final String PASSAGE = "select p from Passage p join fetch p.source join fetch p.question q"
            + " join fetch q.theme left join fetch p.position ";

    private static final String STANDS = "p.retiredAt is null and p.source.retiredAt is null and q.retiredAt is null ";

    @PersistenceContext
    private EntityManager em;

    public void add(Passage passage) {
        em.persist(passage);
    }

    public void add(EditorNote note) {
        em.persist(note);
    }

    /** The passage of that name, retired or not. */
    public Optional<Passage> find(Slug slug) {
        return em.createQuery(PASSAGE + "where p.slug = :slug", Passage.class)
                .setParameter("slug", slug.value())
                .getResultStream()
                .findFirst();
    }

    /** In their order on the question page. */
    public List<Passage> ofQuestion(Question question) {
        return em.createQuery(
                        PASSAGE + "where p.question = :question and " + STANDS + "order by p.rank, p.id", Passage.class)
                .setParameter("question", question)
                .getResultList();
    }

    /** In the order in which they stand in the text. */
    public List<Passage> ofSource(Source source) {
        return em.createQuery(
                        PASSAGE + "where p.source = :source and " + STANDS
                                + "order by p.span.paragraph, p.span.start, p.span.end, q.number, p.rank",
                        Passage.class)
                .setParameter("source", source)
                .getResultList();
    }

    /** The other standing passages in the paragraph of this one, in the order in which they stand in it. */
    public List<Passage> beside(Passage passage) {
        return em.createQuery(
                        PASSAGE + "where p.source = :source and p <> :passage"
                                + " and coalesce(p.found.paragraph, p.span.paragraph) = :paragraph and " + STANDS
                                + "order by p.span.start, p.span.end, q.number, p.rank",
                        Passage.class)
                .setParameter("source", passage.source())
                .setParameter("passage", passage)
                .setParameter("paragraph", passage.paragraph())
                .getResultList();
    }

    /** Every standing passage, by question and rank: one query for pages that show them all. */
    public List<Passage> all() {
        return em.createQuery(PASSAGE + "where " + STANDS + "order by q.number, p.rank, p.id", Passage.class)
                .getResultList();
    }

    /** Every passage that a pack brought, retired ones too. */
    public List<Passage> ofPack(String pack) {
        return em.createQuery(PASSAGE + "where p.provenance.pack = :pack", Passage.class)
                .setParameter("pack", pack)
                .getResultList();
    }

    /** The installed texts of the paragraphs in which these passages were found: one query. */
    public Map<ParagraphKey, String> textsOf(List<Passage> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<ParagraphKey, String> texts = new HashMap<>();
        em.createQuery(
                        "select t.source.id, t.number, t.text from Paragraph t where t.text is not null and exists"
                                + " (select 1 from Passage p where p in :found and p.source = t.source"
                                + " and p.found.paragraph = t.number)",
                        Object[].class)
                .setParameter("found", found)
                .getResultStream()
                .forEach(row -> texts.put(new ParagraphKey((Long) row[0], (Integer) row[1]), (String) row[2]));
        return texts;
    }

    public List<EditorNote> notesOn(Question question) {
        return em.createQuery(
                        "select n from EditorNote n left join fetch n.source where n.question = :question order by n.rank",
                        EditorNote.class)
                .setParameter("question", question)
                .getResultList();
    }

    public void removeNotesOn(Question question) {
        em.createQuery("delete from EditorNote n where n.question = :question")
                .setParameter("question", question)
                .executeUpdate();
    }
}
