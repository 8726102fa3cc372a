package contested.question;

import contested.shared.Bilingual;
import contested.shared.Slug;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A heading that groups questions in lists and in the matrix. */
@Entity
public class Theme {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    /** The pack that brought it, and says how it is called; packs that share it only use it. */
    private @Nullable String pack;

    private int position;

    @Embedded
    private Bilingual title;

    protected Theme() {}

    public Theme(Slug slug, String pack) {
        this.slug = slug.value();
        this.pack = pack;
    }

    public boolean isOfPack(String id) {
        return id.equals(pack);
    }

    public void head(int newPosition, Bilingual newTitle) {
        position = newPosition;
        title = newTitle;
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public int position() {
        return position;
    }

    public Bilingual title() {
        return title;
    }
}
