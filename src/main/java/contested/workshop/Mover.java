package contested.workshop;

import contested.passage.Passage;
import contested.shared.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** That somebody says a passage or a comment moved them. Of comments only the name is known here: they stand above. */
@Entity
public class Mover {

    /** More is a bibliography. */
    public static final int MAX_EACH = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private AgendaItem item;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable WorkshopMember member;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Passage passage;

    private @Nullable String commentSlug;

    protected Mover() {}

    Mover(AgendaItem item, WorkshopMember member, @Nullable Passage passage, @Nullable Slug comment) {
        this.item = item;
        this.member = member;
        this.passage = passage;
        this.commentSlug = comment == null ? null : comment.value();
    }

    AgendaItem item() {
        return item;
    }

    public @Nullable Passage passage() {
        return passage;
    }

    public @Nullable Slug comment() {
        return commentSlug == null ? null : new Slug(commentSlug);
    }
}
