package contested.question;

import contested.shared.Bilingual;
import contested.shared.Language;
import contested.shared.Provenance;
import contested.shared.Slug;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contested question, worded so that holders of every position accept the wording, with its framing. */
@Entity
public class Question {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    /** The number people call it by, counted from 1 through its pack. */
    private int number;

    @ManyToOne(optional = false)
    private Theme theme;

    @Embedded
    private Bilingual title;

    /** One or two sentences for lists: what is at issue. */
    @Embedded
    private Bilingual dek;

    /** What a reader needs before the evidence; paragraphs are parted by an empty line. */
    @Embedded
    private Bilingual framing;

    /** Who is affected or knows, and is not among the sources. */
    @Embedded
    private @Nullable Bilingual missingVoices;

    @Embedded
    private Provenance provenance;

    /** When the question was taken back; null while it stands. */
    private @Nullable Instant retiredAt;

    @OneToMany(mappedBy = "question", cascade = CascadeType.ALL)
    private List<Position> positions = new ArrayList<>();

    /** Columns are named here, since the naming by path quotes those of a collection's parts. */
    @ElementCollection
    @OrderColumn(name = "position")
    @AttributeOverride(name = "word.en", column = @Column(name = "word_en"))
    @AttributeOverride(name = "word.vi", column = @Column(name = "word_vi"))
    @AttributeOverride(name = "meaning.en", column = @Column(name = "meaning_en"))
    @AttributeOverride(name = "meaning.vi", column = @Column(name = "meaning_vi"))
    private List<Term> terms = new ArrayList<>();

    /** Groups of people whom the answer touches, whichever it is. */
    @ElementCollection
    @OrderColumn(name = "position")
    @AttributeOverride(name = "en", column = @Column(name = "group_en"))
    @AttributeOverride(name = "vi", column = @Column(name = "group_vi"))
    private List<Bilingual> affected = new ArrayList<>();

    protected Question() {}

    public Question(Slug slug, QuestionWording wording, Provenance from) {
        this.slug = slug.value();
        word(wording, from);
    }

    /** Takes over a pack's wording. Positions that stay keep their column; the columns of new ones are drawn by lot. */
    public void word(QuestionWording wording, Provenance from) {
        number = wording.number();
        theme = wording.theme();
        title = wording.title();
        dek = wording.dek();
        framing = wording.framing();
        missingVoices = wording.missingVoices();
        affected.clear();
        affected.addAll(wording.affected());
        terms.clear();
        terms.addAll(wording.terms());
        provenance = from;
        retiredAt = null;
        wordPositions(wording.positions());
    }

    private void wordPositions(List<PositionWording> wordings) {
        positions.stream()
                .filter(p -> wordings.stream().noneMatch(w -> w.slot() == p.slot()))
                .forEach(Position::retire);
        List<Integer> freeLots = new ArrayList<>();
        for (int lot = 0; lot < Slot.values().length; lot++) {
            int taken = lot;
            if (positions.stream().noneMatch(p -> p.lot() == taken)) {
                freeLots.add(lot);
            }
        }
        Collections.shuffle(freeLots, new SecureRandom());
        for (PositionWording wording : wordings) {
            everOffered(wording.slot())
                    .ifPresentOrElse(
                            p -> p.word(wording.label(), wording.statement()),
                            () -> positions.add(new Position(
                                    this, wording.slot(), wording.label(), wording.statement(), freeLots.remove(0))));
        }
    }

    /** An editor's new wording of the title; later packs leave the question alone from now on. */
    public void retitle(Bilingual newTitle, Instant now) {
        title = newTitle;
        provenance = provenance.editedAt(now);
    }

    public void retire(Instant now) {
        retiredAt = now;
    }

    public Long id() {
        return id;
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public int number() {
        return number;
    }

    public Theme theme() {
        return theme;
    }

    public Bilingual title() {
        return title;
    }

    public Bilingual dek() {
        return dek;
    }

    public Bilingual framing() {
        return framing;
    }

    /** The framing's paragraphs, in that language or the other; an empty line parts them. */
    public List<String> framingIn(Language language) {
        return List.of(framing.shownTo(language).strip().split("\n\\s*\n"));
    }

    public Optional<Bilingual> missingVoices() {
        return Optional.ofNullable(missingVoices);
    }

    public Provenance provenance() {
        return provenance;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** In the order of their slots, as every chart has them. */
    public List<Position> positions() {
        // Not by the database, which would sort the slots by their letters.
        return positions.stream()
                .filter(p -> !p.isRetired())
                .sorted(Comparator.comparing(Position::slot))
                .toList();
    }

    /** The position in that slot, if people can take it. */
    public Optional<Position> position(Slot slot) {
        return everOffered(slot).filter(p -> !p.isRetired());
    }

    /** The position that was in that slot last, whether people can take it still or not. */
    public Optional<Position> everOffered(Slot slot) {
        return positions.stream().filter(p -> p.slot() == slot).findFirst();
    }

    /** As the editor listed them; none where nobody did. */
    public List<Bilingual> affected() {
        return List.copyOf(affected);
    }

    public List<Term> terms() {
        return List.copyOf(terms);
    }
}
