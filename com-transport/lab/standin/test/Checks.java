import com.jacob.com.ComThread;
import java.nio.file.Path;

/** Runs the scripts it is given on one apartment: arguments are "standin" or "oracle", then files. Status 1 on a FAIL. */
public final class Checks {
  private Checks() {}

  public static void main(String[] args) throws Exception {
    int[] result = new int[2];
    Thread apartment =
        new Thread(
            () -> {
              ComThread.InitSTA();
              try {
                for (int i = 1; i < args.length; i++) {
                  Script script = new Script(args[0]);
                  try {
                    script.run(Path.of(args[i]));
                  } finally {
                    result[0] += script.checks();
                    result[1] += script.fails();
                  }
                }
              } catch (Throwable e) {
                e.printStackTrace(System.out);
                result[1]++;
              } finally {
                ComThread.Release();
              }
            },
            "apartment");
    apartment.start();
    apartment.join();
    System.out.println(result[0] + " checks, " + result[1] + " FAIL");
    System.exit(result[1] == 0 ? 0 : 1);
  }
}
