# Makes the C++ tables of classes, members and XML shapes from the .tsv files, by -v table=classes|members|shapes.
BEGIN { FS = "\t" }
function text(s) { gsub(/\\/, "\\\\", s); gsub(/"/, "\\\"", s); return "L\"" s "\"" }
/^#/ || NF < 2 { next }
{
  n = table == "members" ? 7 : table == "classes" ? 7 : 5
  line = "{"
  for (i = 1; i <= n; i++) line = line (i > 1 ? ", " : "") text($i)
  print line "},"
}
