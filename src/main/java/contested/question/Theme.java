package contested.question;

import contested.shared.Bilingual;
import contested.shared.Slug;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A heading that groups questions in lists and in the matrix. */
@Entity
public class Theme {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    private int position;

    @Embedded
    private Bilingual title;

    protected Theme() {}

    public Theme(Slug slug) {
        this.slug = slug.value();
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
