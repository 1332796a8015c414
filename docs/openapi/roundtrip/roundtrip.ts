// Registers, logs in, adds a todo twice under one key, and lists it.
import { AuthApi, Configuration, TodosApi } from "./client";

function check(right: boolean, what: string): void {
  if (!right) {
    throw new Error(what);
  }
}

async function main(basePath: string): Promise<void> {
  const email = `ada-${crypto.randomUUID()}@example.org`;
  const password = "correct horse battery";
  const auth = new AuthApi(new Configuration({ basePath }));
  const user = await auth.registerUser({ registration: { name: "Ada", email, password } });
  const login = await auth.logIn({ credentials: { email, password } });
  const todos = new TodosApi(new Configuration({ basePath, accessToken: login.accessToken }));
  const request = {
    todoInput: { heading: "Buy bread", tags: ["home"] },
    idempotencyKey: crypto.randomUUID(),
  };
  const first = await todos.createTodo(request);
  const again = await todos.createTodo(request);
  const list = await todos.listTodos({ includeTotal: true });
  check(user.email === email, "the user");
  check(first.id === again.id, "one todo for one key");
  check(list.total === 1 && list.items[0].id === first.id, "the list");
  console.log(`typescript: ok, todo ${first.id} version ${first.version}`);
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
