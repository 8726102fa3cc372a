package contested.web;

/** A page with a form. What is wrong with what was typed leaves as a {@code UserFacingException}. */
interface FormPage {

    /** The answer is this page itself, shown once and under no address that could be opened again. */
    String HERE = "";

    /** Does what was asked. @return the address where the result is seen, within the portal; or {@link #HERE} */
    String submit();
}
