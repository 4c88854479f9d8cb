import sys, pytest, time; sys.path.insert(0,"/tmp")
import sqlalchemy as sa
@pytest.mark.filterwarnings("ignore")
def test_x(register_url):
    import bench_load
    if "postgres" not in register_url: return
    T={}
    @sa.event.listens_for(sa.engine.Engine,"before_cursor_execute")
    def b(conn,cur,st,par,ctx,many): ctx._t=time.perf_counter()
    @sa.event.listens_for(sa.engine.Engine,"after_cursor_execute")
    def a(conn,cur,st,par,ctx,many):
        k=st[:60].replace("\n"," ")+(" MANY%d"%len(par) if many else ""); T[k]=T.get(k,0)+time.perf_counter()-ctx._t
    bench_load.main(register_url)
    for k,v in sorted(T.items(),key=lambda x:-x[1])[:14]: print(round(v,2),k)
