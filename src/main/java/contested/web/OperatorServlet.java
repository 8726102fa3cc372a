package contested.web;

/** Where operators' commands come in. */
final class OperatorServlet {

    static final String PATH = "/operator/";

    private OperatorServlet() {}
}
