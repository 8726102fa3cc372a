package contested.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A word or a few words on one of the administrators' lists. */
@Entity
public class ListedWord {

    static final int MAX_LENGTH_CHARS = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    private WordList list;

    /** As the administrator wrote it; with Vietnamese marks it stands for exactly that word, without for all spellings. */
    private String word;

    protected ListedWord() {}

    ListedWord(WordList list, String word) {
        this.list = list;
        this.word = word;
    }
}
