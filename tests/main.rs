mod loader_fuzz;
mod schema;
