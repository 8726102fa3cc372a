package contested.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The return phrase of whoever looks, while they have not said that they noted it; see {@link PhraseCookie}. */
@Named
@RequestScoped
public class KeptPhrase {

    private String shown = "";

    void show(String phrase) {
        shown = phrase;
    }

    /** As it is written down; empty text for everybody else, and once it was noted. */
    public String getShown() {
        return shown;
    }
}
