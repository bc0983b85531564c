import com.jacob.activeX.ActiveXComponent;
import com.jacob.com.ComFailException;
import com.jacob.com.ComThread;
import com.jacob.com.Dispatch;
import com.jacob.com.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What only the stand-in has: strict threads, faults on demand, its journal and log, a base that a second process sees, and its speed.
 * Argument: the id of a base. With "count" before it, it only says what it finds there (the second process).
 */
public final class StandIn {
  private static int fails;
  private static int checks;

  private StandIn() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("count")) {
      inApartment(() -> {
        Dispatch c = connected(args[1]);
        System.out.println("products " + call(c, "GetProductsCount").getInt() + ", document " + (call(c, "GetDocument", "zwei").isNull() ? "missing" : "there"));
        return null;
      });
      return;
    }
    inApartment(() -> {
      everything(args[0]);
      return null;
    });
    foreignThread();
    firstUse();
    System.out.println(checks + " checks, " + fails + " FAIL");
    System.exit(fails == 0 ? 0 : 1);
  }

  private static void everything(String base) throws Exception {
    Dispatch journal = new ActiveXComponent("SmartsBridge.StandIn");
    Dispatch c = connected(base);
    memberIds();
    faults(c, journal);
    counting(journal);
    log(c);
    speed(c);
    secondProcess(c, base);
  }

  private static void memberIds() {
    Dispatch a = create("Product");
    Dispatch b = create("Product");
    int id = Dispatch.getIDOfName(a, "Name");
    check("member ids differ from object to object", id != Dispatch.getIDOfName(b, "Name"));
    equal("an id of another object", "8002802b", failure(() -> Dispatch.invokev(b, id, Dispatch.Get, new Variant[0], new int[0])));
    equal("a put of what is not there", "80004005", failure(() -> Dispatch.put(a, "НетТакого", 1)));
  }

  private static void faults(Dispatch c, Dispatch journal) {
    call(journal, "Control", "StorageConnector.GetProductsCount@2 hresult 0x800706BA\nStorageConnector.GetUsers exception Нет связи с базой\nProduct.* garbage\n*.GetUserGroups delay 300");
    call(c, "GetProductsCount");
    equal("an HRESULT on the second call", "800706ba", failure(() -> call(c, "GetProductsCount")));
    call(c, "GetProductsCount");
    equal("an exception", "80131604", failure(() -> call(c, "GetUsers")));
    equal("garbage", (int) Variant.VariantError, (int) Dispatch.get(create("Product"), "Name").getvt());
    long t = System.nanoTime();
    call(c, "GetUserGroups");
    check("a delay", System.nanoTime() - t >= 300_000_000L);
    call(journal, "Control", "");
    call(c, "GetUsers");
  }

  private static void counting(Dispatch journal) {
    long before = Dispatch.get(journal, "Crossings").getLong();
    int live = Dispatch.get(journal, "LiveObjects").getInt();
    Dispatch p = create("Product");
    for (int i = 0; i < 100; i++) {
      Dispatch.get(p, "Name");
    }
    equal("crossings", before + 102, Dispatch.get(journal, "Crossings").getLong());
    equal("live objects", live + 1, Dispatch.get(journal, "LiveObjects").getInt());
    p.safeRelease();
    equal("live objects after a release", live, Dispatch.get(journal, "LiveObjects").getInt());
    check("calls of a member", call(journal, "CallsOf", "Product.Name").getLong() >= 100);
    call(journal, "Flush");
  }

  private static void log(Dispatch c) throws Exception {
    String before = newestLog();
    failure(() -> call(c, "EndUploadCells"));
    String added = newestLog().substring(before.length());
    equal("a failing call stands in the log twice", 2L, Stream.of(added.split("\n")).filter(l -> l.endsWith(" ERROR\r") || l.endsWith(" ERROR")).count());
    check("type and HRESULT in the log", added.contains("TYPE:\t\tSystem.Exception") && added.contains("HRESULT:\t-2146233088") && added.contains("--INNER EXCEPTION--"));
  }

  private static String newestLog() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of(System.getenv("STANDIN_HOME"), "Logs"))) {
      for (Path f : files.sorted().collect(Collectors.toList())) {
        all.append(Files.readString(f));
      }
    }
    return all.toString();
  }

  private static void speed(Dispatch c) {
    StringBuilder xml = new StringBuilder("<ProductCollection>");
    for (int i = 0; i < 100_000; i++) {
      xml.append("<Product id=\"p").append(i).append("\" name=\"Товар ").append(i).append("\" barcode=\"46").append(i).append("\" basePackingId=\"шт\" Decimal_Цена=\"12.50\"><Packings><Packing id=\"шт\" name=\"штука\"></Packing></Packings></Product>");
    }
    String text = xml.append("</ProductCollection>").toString();
    long t = System.nanoTime();
    Dispatch products = call(c, "FromXml", text).toDispatch();
    long read = System.nanoTime();
    String back = call(c, "ToXml", products).getString();
    long written = System.nanoTime();
    call(c, "BeginUploadProducts", true, true, false);
    call(c, "UploadProducts", products);
    call(c, "EndUploadProducts");
    long done = System.nanoTime();
    System.out.println("     100000 products: FromXml " + (read - t) / 1_000_000 + " ms, ToXml " + (written - read) / 1_000_000 + " ms, upload " + (done - written) / 1_000_000 + " ms, " + back.length() + " characters");
    equal("all were built", 100_000, Dispatch.get(products, "Count").getInt());
    check("100,000 products are read quickly", read - t < 10_000_000_000L);
  }

  private static void secondProcess(Dispatch c, String base) throws Exception {
    Dispatch d = create("Document");
    Dispatch.put(d, "Id", "zwei");
    call(c, "SetDocument", d);
    String java = Path.of(System.getProperty("java.home"), "bin", "java.exe").toString();
    Process p = new ProcessBuilder(java, "-Djacob.dll.path=" + System.getProperty("jacob.dll.path"), "-cp", System.getProperty("java.class.path"), "StandIn", "count", base).redirectErrorStream(true).start();
    String said = new String(p.getInputStream().readAllBytes()).strip();
    p.waitFor();
    equal("a second process sees what the first wrote", "products 100000, document there", said);
    call(c, "RemoveDocument", "zwei");
  }

  private static void foreignThread() throws Exception {
    Dispatch[] other = new Dispatch[1];
    int[] name = new int[1];
    CountDownLatch made = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Thread owner = apartment(() -> {
      other[0] = create("Cell");
      name[0] = Dispatch.getIDOfName(other[0], "Name");
      made.countDown();
      over.await();
      return null;
    });
    made.await();
    inApartment(() -> {
      equal("a call from a foreign thread", "8001010e", failure(() -> Dispatch.invokev(other[0], name[0], Dispatch.Get, new Variant[0], new int[0])));
      return null;
    });
    over.countDown();
    owner.join();
  }

  /** Two threads that use a class for the first time at once: one of them is refused. */
  private static void firstUse() throws Exception {
    List<String> refused = new ArrayList<>();
    CountDownLatch ready = new CountDownLatch(4);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(apartment(() -> {
        Dispatch w = create("Warehouse");
        ready.countDown();
        ready.await();
        String e = failure(() -> Dispatch.get(w, "Name"));
        synchronized (refused) {
          if (e != null) {
            refused.add(e);
          }
        }
        return null;
      }));
    }
    for (Thread t : threads) {
      t.join();
    }
    check("first uses at once are refused: " + refused, !refused.isEmpty() && refused.stream().allMatch("80131604"::equals));
  }

  private static Thread apartment(Callable<?> task) {
    Thread t = new Thread(() -> {
      ComThread.InitSTA();
      try {
        task.call();
      } catch (Throwable e) {
        e.printStackTrace(System.out);
        fails++;
      } finally {
        ComThread.Release();
      }
    });
    t.start();
    return t;
  }

  private static void inApartment(Callable<?> task) throws InterruptedException {
    apartment(task).join();
  }

  private static Dispatch connected(String base) {
    Dispatch c = create("StorageConnector");
    call(c, "SelectCurrentApp", base);
    return c;
  }

  private static Dispatch create(String id) {
    return new ActiveXComponent("Cleverence.Warehouse." + id);
  }

  private static Variant call(Dispatch d, String member, Object... arguments) {
    return Dispatch.callN(d, member, arguments);
  }

  private static String failure(Runnable r) {
    try {
      r.run();
      return null;
    } catch (ComFailException e) {
      return Integer.toHexString(e.getHResult());
    }
  }

  private static void check(String name, boolean ok) {
    checks++;
    fails += ok ? 0 : 1;
    System.out.println((ok ? "PASS " : "FAIL ") + name);
  }

  private static void equal(String name, Object want, Object got) {
    boolean same = want.equals(got);
    check(same ? name : name + ": want " + want + ", got " + got, same);
  }
}
