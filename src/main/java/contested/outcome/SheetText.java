package contested.outcome;

import contested.shared.Language;
import java.util.List;

/**
 * An outcome sheet in the words of one language, ready to be written as a file of whatever kind.
 *
 * @param language of all that says nothing else
 * @param title    what it is, and of which workshop
 * @param summary  one sentence for those who search or list files
 * @param notes    what is to be known of the sheet as a whole, such as that it is confirmed
 * @param sections one for each question
 */
public record SheetText(Language language, String title, String summary, List<String> notes, List<Section> sections) {

    /** Words, and the tag of the language that they are in. */
    public record Words(String lang, String words) {}

    /** @param counts how answers stand in each ballot */
    public record Section(Words question, List<Group> groups, List<Table> counts) {}

    /** Lines of one kind. */
    public record Group(String heading, List<Entry> entries) {}

    /** A line, and what participants say to it. @param reasons why people object */
    public record Entry(Words words, List<String> remarks, List<Words> reasons) {}

    /** Its first column names each row. */
    public record Table(String caption, List<String> head, List<List<Words>> rows) {}
}
