import com.jacob.activeX.ActiveXComponent;
import com.jacob.com.ComFailException;
import com.jacob.com.Dispatch;
import com.jacob.com.Variant;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a text of COM calls, one a line, and compares what they answer with what stands behind "=>".
 * The same lines run against the stand-in and against the vendor's own component.
 *
 * <pre>
 * p = new Product                       an object by its ProgID
 * p.Name := "Молоко"                    a property put
 * c.FromXml("…").Count => I4 2          calls and property reads; * in an expectation stands for anything
 * p.Packings.Item(0)                    a name without brackets is read as a property
 * </pre>
 *
 * Values: "text" (\n \t \" \\ \\uXXXX), 5, 5s (I2), 5L (I8), 5.0, 5f, 5.00m (decimal), d45824.5 (date), true, false,
 * empty, null, a variable, $NAME (environment). A line may end in !oracle or !standin: left out there.
 */
final class Script {
  private final Map<String, Object> variables = new HashMap<>();
  private final String where;
  private int checks;
  private int fails;
  private String line;
  private int at;

  Script(String where) {
    this.where = where;
  }

  int checks() {
    return checks;
  }

  int fails() {
    return fails;
  }

  void run(Path file) throws Exception {
    int number = 0;
    for (String raw : Files.readAllLines(file)) {
      number++;
      String text = raw.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (text.endsWith("!" + where)) {
        continue;
      }
      text = text.replaceAll("\\s+!(oracle|standin)$", "");
      one(file.getFileName() + ":" + number, text);
    }
  }

  private void one(String place, String text) {
    int arrow = text.indexOf(" => ");
    String want = arrow < 0 ? null : text.substring(arrow + 4).strip();
    line = arrow < 0 ? text : text.substring(0, arrow);
    at = 0;
    String got;
    try {
      got = show(statement());
    } catch (ComFailException e) {
      got = "ERR " + Integer.toHexString(e.getHResult()) + " " + e.getMessage().replace("\r", "").replace('\n', '|');
    }
    if (want == null) {
      boolean quiet = !got.startsWith("ERR") && text.matches("^\\w+ = .*|.* := .*");
      if (!quiet) {
        System.out.println("     " + place + " " + text + "  ->  " + got);
      }
    } else {
      checks++;
      boolean pass = matches(want, got);
      System.out.println((pass ? "PASS " : "FAIL ") + place + " " + (pass ? text : line + "\n  want " + want + "\n  got  " + got));
      fails += pass ? 0 : 1;
    }
  }

  /** Whether got is what is wanted, where * stands for any text. */
  private static boolean matches(String want, String got) {
    if (want.startsWith("ERR ") && want.indexOf('*') < 0) {
      return got.startsWith(want);
    }
    StringBuilder pattern = new StringBuilder();
    for (String part : want.split("\\*", -1)) {
      pattern.append(pattern.length() == 0 ? "" : ".*").append(java.util.regex.Pattern.quote(part));
    }
    return java.util.regex.Pattern.compile(pattern.toString(), java.util.regex.Pattern.DOTALL).matcher(got).matches();
  }

  private Object statement() {
    int mark = at;
    String name = name();
    skip();
    if (!name.isEmpty() && peek() == '=' ) {
      at++;
      Object v = expression();
      variables.put(name, v);
      return v;
    }
    at = mark;
    return expression();
  }

  private Object expression() {
    skip();
    Object v = atom();
    while (at < line.length()) {
      skip();
      if (peek() == '.') {
        at++;
        v = member(v, name());
      } else {
        break;
      }
    }
    return v;
  }

  private Object member(Object target, String name) {
    Dispatch d = target instanceof Dispatch o ? o : ((Variant) target).toDispatch();
    skip();
    int kind = Dispatch.Get;
    List<Object> arguments = new ArrayList<>();
    if (peek() == '(') {
      kind = Dispatch.Method | Dispatch.Get;
      at++;
      skip();
      while (peek() != ')') {
        arguments.add(expression());
        skip();
        if (peek() == ',') {
          at++;
          skip();
        }
      }
      at++;
      skip();
    }
    if (line.startsWith(":=", at)) {
      at += 2;
      arguments.add(expression());
      kind = Dispatch.Put;
    }
    return Dispatch.invokev(d, name, kind, arguments.stream().map(Script::variant).toArray(Variant[]::new), new int[arguments.size()]);
  }

  private Object atom() {
    char c = peek();
    if (c == '"') {
      return new Variant(text());
    }
    int from = at;
    if (c == '$') {
      at++;
      return new Variant(System.getenv(name()));
    }
    if (c == '-' || Character.isDigit(c)) {
      at++;
      while (at < line.length() && (Character.isLetterOrDigit(peek()) || peek() == '.' && Character.isDigit(line.charAt(at + 1)) || "+-".indexOf(peek()) >= 0 && line.charAt(at - 1) == 'e')) {
        at++;
      }
      return number(line.substring(from, at));
    }
    if (c == 'd' && at + 1 < line.length() && (Character.isDigit(line.charAt(at + 1)) || line.charAt(at + 1) == '-')) {
      at += 2;
      while (at < line.length() && (Character.isDigit(peek()) || peek() == '.')) {
        at++;
      }
      Variant v = new Variant();
      v.putDate(Double.parseDouble(line.substring(from + 1, at)));
      return v;
    }
    String word = name();
    switch (word) {
      case "true":
        return new Variant(true);
      case "false":
        return new Variant(false);
      case "empty":
        return new Variant();
      case "null":
        Variant v = new Variant();
        v.putNull();
        return v;
      case "new":
        skip();
        String id = name();
        while (peek() == '.') {
          at++;
          id += "." + name();
        }
        return new ActiveXComponent(id.indexOf('.') < 0 ? "Cleverence.Warehouse." + id : id);
      default:
        if (!variables.containsKey(word)) {
          throw new IllegalArgumentException("no variable " + word + " in " + line);
        }
        return variables.get(word);
    }
  }

  private static Object number(String s) {
    if (s.endsWith("s")) {
      return new Variant(Short.parseShort(s.substring(0, s.length() - 1)));
    }
    if (s.endsWith("L")) {
      return new Variant(Long.parseLong(s.substring(0, s.length() - 1)));
    }
    if (s.endsWith("m")) {
      return new Variant(new BigDecimal(s.substring(0, s.length() - 1)));
    }
    if (s.endsWith("f")) {
      return new Variant(Float.parseFloat(s.substring(0, s.length() - 1)));
    }
    return s.indexOf('.') < 0 && s.indexOf('e') < 0 ? new Variant(Integer.parseInt(s)) : new Variant(Double.parseDouble(s));
  }

  private String text() {
    StringBuilder b = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      char c = peek();
      if (c == '\\') {
        at++;
        c = peek();
        if (c == 'u') {
          c = (char) Integer.parseInt(line.substring(at + 1, at + 5), 16);
          at += 4;
        } else {
          c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
      }
      b.append(c);
    }
    at++;
    return b.toString();
  }

  private String name() {
    int from = at;
    while (at < line.length() && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
      at++;
    }
    return line.substring(from, at);
  }

  private void skip() {
    while (at < line.length() && peek() == ' ') {
      at++;
    }
  }

  private char peek() {
    return at < line.length() ? line.charAt(at) : '\0';
  }

  private static Variant variant(Object o) {
    return o instanceof Variant v ? v : new Variant(o);
  }

  private static String show(Object o) {
    if (o instanceof Dispatch) {
      return "OBJ";
    }
    Variant v = (Variant) o;
    int type = v.getvt();
    if ((type & Variant.VariantArray) != 0) {
      StringBuilder b = new StringBuilder("ARRAY");
      com.jacob.com.SafeArray a = v.toSafeArray();
      for (int i = a.getLBound(); i <= a.getUBound(); i++) {
        b.append(' ').append(type == (Variant.VariantArray | Variant.VariantVariant) ? show(a.getVariant(i)) : a.getString(i));
      }
      return b.toString();
    }
    switch (type) {
      case Variant.VariantEmpty:
        return "EMPTY";
      case Variant.VariantNull:
        return "NULL";
      case Variant.VariantShort:
        return "I2 " + v.getShort();
      case Variant.VariantInt:
        return "I4 " + v.getInt();
      case Variant.VariantLongInt:
        return "I8 " + v.getLong();
      case Variant.VariantFloat:
        return "R4 " + v.getFloat();
      case Variant.VariantDouble:
        return "R8 " + v.getDouble();
      case Variant.VariantDate:
        return "DATE " + v.getDate();
      case Variant.VariantString:
        return "S \"" + v.getString() + "\"";
      case Variant.VariantBoolean:
        return "BOOL " + v.getBoolean();
      case Variant.VariantDecimal:
        return "DEC " + v.getDecimal();
      case Variant.VariantByte:
        return "UI1 " + v.getByte();
      case Variant.VariantDispatch:
        return v.isNull() ? "NOTHING" : "OBJ";
      default:
        return "VT" + type;
    }
  }
}
